import { CommanderError } from 'commander'
import type { Terminal } from '../terminal/terminal.ts'
import { createProgram } from './create-program.ts'

/** Runs one command line and resolves with its exit code. Errors go to `stderr`, with the next step. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await createProgram(terminal).parseAsync(args, { from: 'user' })
    return 0
  } catch (thrown) {
    // The abort reason says more than the abort error.
    const error: unknown = terminal.signal.aborted ? terminal.signal.reason : thrown
    // Commander has already printed the help, the version or the error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1
    const { exitCodeOf, isBrokenPipe } = await import('./exit-code.ts')
    const { explain } = await import('./explain.ts')
    if (!isBrokenPipe(error)) terminal.say(explain(error, terminal))
    return exitCodeOf(error)
  }
}
