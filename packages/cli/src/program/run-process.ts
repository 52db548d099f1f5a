import { Terminal } from '../terminal/terminal.ts'
import { runCli } from './run-cli.ts'

/** Runs the command line of this process, and leaves with its exit code. */
export async function runProcess(): Promise<void> {
  const { stdin, stdout, stderr, env, argv } = process
  const terminal = new Terminal({ stdin, stdout, stderr, env })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Whoever presses Ctrl-C again does not want to wait.
      if (terminal.signal.aborted) process.exit(130)
      terminal.interrupts.interrupt(signal)
    })
  }
  for (const stream of [stdout, stderr]) stream.on('error', (error) => terminal.interrupts.end(error))
  process.exitCode = await runCli(argv.slice(2), terminal)
}
