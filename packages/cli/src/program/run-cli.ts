import { CommanderError } from 'commander'
import type { Terminal } from '../terminal/terminal.ts'
import { createProgram } from './create-program.ts'

/** Runs one command line and resolves with its exit code. What goes wrong is said on `stderr`, with what to do next. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await createProgram(terminal).parseAsync(args, { from: 'user' })
    return 0
  } catch (thrown) {
    // What a command was aborted with says more than that it was aborted.
    const error: unknown = terminal.signal.aborted ? terminal.signal.reason : thrown
    // It has been written: the help, the version, or what is wrong with the arguments.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1
    const { exitCodeOf, isBrokenPipe } = await import('./exit-code.ts')
    const { explain } = await import('./explain.ts')
    if (!isBrokenPipe(error)) terminal.say(explain(error, terminal))
    return exitCodeOf(error)
  }
}
