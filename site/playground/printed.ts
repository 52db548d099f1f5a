import { inspect } from 'loupe'

const options = { depth: 6, truncate: 10_000, quoteStyle: 'single' } as const

/** What `console.log` shows of values: texts as they are, others as a program would write them. */
export function printed(values: readonly unknown[], isQuoted = false): string {
  return values.map((value) => (typeof value === 'string' && !isQuoted ? value : shown(value))).join(' ')
}

const shown = (value: unknown): string => (value instanceof Error ? describeError(value) : inspect(value, options))

/** An error in words: what it is, its code, what it says, and the line of the program. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `The program threw ${inspect(error, options)}`
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
  return `${error.name}${code}: ${error.message}${lineOf(error)}`
}

/** A function that is made of text has two lines before its own first. */
function lineOf({ stack = '' }: Error): string {
  const [, line] = /program\.ts:(\d+):\d+/.exec(stack) ?? []
  return line ? `\n    in line ${Number(line) - 2}` : ''
}
