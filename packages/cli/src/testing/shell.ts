import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Ran } from './cli.ts'
import { pathWithProgram } from './program.ts'

export interface Shell {
  /** Its working folder, which is its home too. Both are gone after the test. */
  readonly folder: string
  /** Runs commands of a POSIX shell, with real pipes and files. */
  run(commands: string, env?: Readonly<Record<string, string>>): Promise<Ran>
}

/** A shell that has the program on its path. */
export async function shell(env: Readonly<Record<string, string>> = {}): Promise<Shell> {
  const folder = await mkdtemp(join(tmpdir(), 'shell-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = await pathWithProgram(folder)
  return {
    folder,
    run: (commands, more = {}) =>
      new Promise((resolve, reject) => {
        const child = spawn('bash', ['-c', commands], {
          cwd: folder,
          env: { PATH: path, HOME: folder, ...env, ...more },
          stdio: ['ignore', 'pipe', 'pipe']
        })
        const ran = { stdout: '', stderr: '' }
        for (const name of ['stdout', 'stderr'] as const) {
          child[name].on('data', (chunk: Buffer) => {
            ran[name] += chunk.toString()
          })
        }
        child.on('error', reject)
        child.on('close', (code) => resolve({ ...ran, code: code ?? -1 }))
      })
  }
}
