import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'

// Python has a pseudo-terminal on every system that has one; Node has none of its own.
const python = `
import os, pty, sys
sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))
`

/** A pseudo-terminal has no size until it is given one. */
const sized = 'stty cols "$1" rows "$2"; shift 2; exec "$@"'

export interface Place {
  readonly columns: number
  readonly rows: number
  readonly cwd?: string
}

/** Starts a program in a pseudo-terminal, as a person would. */
export function inTerminal(
  command: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  { columns, rows, cwd }: Place
): ChildProcessWithoutNullStreams {
  const args = ['-c', python, 'sh', '-c', sized, 'sh', String(columns), String(rows), ...command]
  return spawn('python3', args, { env: { TERM: 'xterm-256color', ...env }, cwd })
}
