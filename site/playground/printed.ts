import { inspect } from 'loupe'

const options = { depth: 6, truncate: 10_000, quoteStyle: 'single' } as const

/** Formats values as `console.log` does: strings as they are, other values as source code. */
export function printed(values: readonly unknown[], isQuoted = false): string {
  return values.map((value) => (typeof value === 'string' && !isQuoted ? value : shown(value))).join(' ')
}

const shown = (value: unknown): string => (value instanceof Error ? describeError(value) : inspect(value, options))

/** Describes an error: its name, code and message, and the line of the program. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `The program threw ${inspect(error, options)}`
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
  return `${error.name}${code}: ${error.message}${lineOf(error)}`
}

/** A function that is made from a text has two lines before its first one. */
function lineOf({ stack = '' }: Error): string {
  const [, line] = /program\.ts:(\d+):\d+/.exec(stack) ?? []
  return line ? `\n    in line ${Number(line) - 2}` : ''
}
