import { PassThrough } from 'node:stream'
import { runCli } from '../program/run-cli.ts'
import { Terminal } from '../terminal/terminal.ts'

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>
  /** The columns of the terminal; without it everything is a pipe. */
  readonly columns?: number
  readonly stdin?: string
}

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line in this process, with a home folder that has no configuration. */
export async function cli(args: readonly string[], { env = {}, columns, stdin = '' }: CliOptions = {}): Promise<Ran> {
  const input = new PassThrough()
  input.end(stdin)
  const [stdout, stderr] = [sink(columns), sink(columns)]
  const home = { HOME: '/nowhere', USERPROFILE: '/nowhere' }
  const terminal = new Terminal({
    stdin: input,
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: { ...home, ...env }
  })
  const code = await runCli(args, terminal)
  return { code, stdout: stdout.text(), stderr: stderr.text() }
}

function sink(columns: number | undefined): { stream: PassThrough; text: () => string } {
  const chunks: string[] = []
  const stream = Object.assign(new PassThrough(), columns === undefined ? {} : { isTTY: true, columns })
  stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()))
  return { stream, text: () => chunks.join('') }
}
