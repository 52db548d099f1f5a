import type { Readable, Writable } from 'node:stream'
import { styleText } from 'node:util'
import { Interrupts } from './interrupts.ts'

export type Stream = Writable & { readonly isTTY?: boolean; readonly columns?: number }
export type Style = Parameters<typeof styleText>[0]

export interface TerminalParts {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Stream
  readonly stderr: Stream
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The input and output of a command. Results go to `stdout`, messages to `stderr`. */
export class Terminal {
  readonly stdin: TerminalParts['stdin']
  readonly stdout: Stream
  readonly stderr: Stream
  readonly env: TerminalParts['env']
  readonly interrupts: Interrupts = new Interrupts()

  constructor({ stdin, stdout, stderr, env }: TerminalParts) {
    this.stdin = stdin
    this.stdout = stdout
    this.stderr = stderr
    this.env = env
  }

  /** Whether somebody can be asked. */
  get isInteractive(): boolean {
    return this.stdin.isTTY === true && this.stderr.isTTY === true
  }

  get signal(): AbortSignal {
    return this.interrupts.signal
  }

  /** The width of a stream in columns; undefined if it is not a terminal. */
  widthOf(stream: Stream): number | undefined {
    if (!stream.isTTY) return undefined
    return stream.columns || Number(this.env.COLUMNS) || 80
  }

  style(stream: Stream, style: Style, text: string): string {
    const isPlain = !stream.isTTY || Boolean(this.env.NO_COLOR) || this.env.TERM === 'dumb'
    return isPlain ? text : styleText(style, text, { validateStream: false })
  }

  /** Writes a result, with backpressure. */
  print(text: string): Promise<void> {
    return write(this.stdout, text)
  }

  /** Writes a message to `stderr`. */
  say(text: string): void {
    this.stderr.write(`${text}\n`)
  }
}

function write(stream: Stream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()))
  })
}
