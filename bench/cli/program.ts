import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const program: string = join(import.meta.dirname, '../../packages/cli/dist/main.js')

export interface Run {
  readonly milliseconds: number
  /** MiB; undefined where it was killed. */
  readonly peak: number | undefined
  readonly isKilled: boolean
}

export interface RunOptions {
  readonly folder: string
  readonly env?: Readonly<Record<string, string>>
  /** Asked ten times a second: true kills it. */
  readonly kill?: () => boolean
}

/** Runs a program to its end. Rejects where it fails. */
export function run(command: readonly string[], { folder, env = {}, kill }: RunOptions): Promise<Run> {
  const [file = '', ...args] = command
  const report = join(folder, 'memory')
  const memory = { NODE_OPTIONS: `--import=${join(import.meta.dirname, 'report-memory.ts')}`, MEMORY_REPORT: report }
  const isNode = file === process.execPath
  const started = performance.now()
  const child = spawn(file, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, HOME: folder, ...(isNode && kill === undefined && memory), ...env }
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const timer = kill && setInterval(() => kill() && child.kill('SIGKILL'), 100)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(timer)
      const milliseconds = performance.now() - started
      if (code !== null && code !== 0) reject(new Error(`${command.join(' ')} ended with ${code}:\n${said}`))
      else if (code === null) resolve({ milliseconds, peak: undefined, isKilled: true })
      else {
        const peak = isNode && kill === undefined ? Number(readFileSync(report, 'utf8')) / 1024 : undefined
        resolve({ milliseconds, peak, isKilled: false })
      }
    })
  })
}

/** The median of so many runs, in milliseconds. */
export async function medianOf(rounds: number, once: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push(await once())
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0
}
