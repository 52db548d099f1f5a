import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface RunOptions {
  readonly cwd: string
  readonly env?: NodeJS.ProcessEnv
  /** Milliseconds; 5 minutes by default. */
  readonly timeout?: number
}

/** Runs a command and returns its standard output. If it fails, rejects with all of its output. */
export async function run(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  const env = { ...process.env, ...options.env }
  const running = promisify(execFile)(command, args, { maxBuffer: 2 ** 28, timeout: 300_000, ...options, env })
  running.child.stdin?.end() // no command waits for input
  const { stdout } = await running.catch(({ code, signal, stdout = '', stderr = '', message }) => {
    const output = `${stdout}${stderr}`.trim() || message
    throw new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}\n${output}`)
  })
  return stdout
}
