import { onTestFinished } from 'vitest'
import { program } from './program.ts'
import { inTerminal } from './pseudo-terminal.ts'

export interface Session {
  /** All that came so far. */
  text(): string
  /** Resolves when the text that came since the last call matches. */
  until(pattern: RegExp): Promise<string>
  type(keys: string): void
  readonly exit: Promise<number>
}

/** How long a loaded machine may take. */
const patience = 60_000

/** Starts the program in a pseudo-terminal, as a person would. It is ended with the test. */
export function terminal(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  columns: number = 100
): Session {
  return session([process.execPath, program, ...args], env, columns)
}

/** Starts any program so. */
export function session(
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
  columns: number = 100
): Session {
  const home = { HOME: '/nowhere' }
  const child = inTerminal(command, { PATH: process.env.PATH, ...home, ...env }, { columns, rows: 30 })
  let text = ''
  let seen = 0
  const waiting = new Set<() => void>()
  const told = (): void => {
    for (const look of waiting) look()
  }
  const exit = new Promise<number>((resolve) => {
    child.on('close', (code) => {
      resolve(code ?? -1)
      told()
    })
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      told()
    })
  }
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return {
    text: () => text,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const fresh = text.slice(seen)
          const found = pattern.exec(fresh)
          if (found) {
            seen += found.index + found[0].length
            waiting.delete(look)
            resolve(fresh)
            clearTimeout(bound)
          } else if (child.exitCode !== null) {
            waiting.delete(look)
            clearTimeout(bound)
            reject(new Error(`${pattern} never came:\n${text}`))
          }
        }
        const bound = setTimeout(() => reject(new Error(`${pattern} did not come:\n${text}`)), patience)
        waiting.add(look)
        look()
      }),
    type: (keys) => {
      child.stdin.write(keys)
    },
    exit
  }
}
