import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const program: string = join(import.meta.dirname, '../../packages/cli/dist/main.js')

export interface Run {
  readonly milliseconds: number
  /** Node's report at the end, if it was requested. */
  readonly usage: Usage | undefined
  readonly isKilled: boolean
}

export interface Usage {
  /** Peak of the resident memory, in MiB. */
  readonly peak: number
  /** CPU time in milliseconds. */
  readonly cpu: number
}

export interface RunOptions {
  readonly folder: string
  readonly env?: Readonly<Record<string, string>>
  /** Called ten times a second. True kills the program. */
  readonly kill?: () => boolean
  /** Whether Node reports its usage, which makes its start a little slower. */
  readonly isAsked?: boolean
}

/** Runs a program to its end. Rejects if it fails. */
export function run(command: readonly string[], { folder, env = {}, kill, isAsked = false }: RunOptions): Promise<Run> {
  const [file = '', ...args] = command
  const report = join(folder, 'usage')
  const started = performance.now()
  const child = spawn(file, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      ...(isAsked && { NODE_OPTIONS: `--import=${reporter(report)}` }),
      ...env
    }
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
      else if (code === null) resolve({ milliseconds, usage: undefined, isKilled: true })
      else {
        const usage: Usage | undefined = isAsked ? JSON.parse(readFileSync(report, 'utf8')) : undefined
        resolve({ milliseconds, usage, isKilled: false })
      }
    })
  })
}

/**
 * Code that writes the usage when a program ends. It is not a file, because compiling TypeScript would cost more than what is
 * measured.
 */
function reporter(report: string): string {
  const source = `import { writeFileSync } from 'node:fs'
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const usage = { peak: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1000 }
  writeFileSync(${JSON.stringify(report)}, JSON.stringify(usage))
})`
  return `data:text/javascript;base64,${Buffer.from(source).toString('base64')}`
}

/** The median time of that many runs, in milliseconds. */
export async function medianOf(rounds: number, once: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push(await once())
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0
}
