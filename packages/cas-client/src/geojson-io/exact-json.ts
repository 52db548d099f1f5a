import { parseText } from '@geoclients/client-core'

/** An integer with so many digits that a `number` may not be exact. A match inside a string does no harm. */
const large = /(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/

/** Features of recent platforms: the source text of a parsed number, and raw JSON output. */
interface ExactJson {
  parse(text: string, revive: (key: string, value: unknown, context?: { readonly source?: string }) => unknown): unknown
  readonly rawJSON?: (text: string) => unknown
}

const json = JSON as unknown as ExactJson

/** `JSON.parse` that returns an integer as `bigint` if a `number` would change it. */
export function parseExact(text: string): unknown {
  const value = parseText(text)
  if (!large.test(text)) return value
  return json.parse(text, (_, value, context) => {
    if (typeof value !== 'number' || Number.isSafeInteger(value) || !Number.isInteger(value)) return value
    if (context?.source !== undefined) return wholeNumber(context.source)
    throw new RangeError(`this platform cannot read an integer near ${value} exactly: write it as text`)
  })
}

/** The value of a number's text: a `bigint` if a `number` would change it. */
export function wholeNumber(text: string): number | bigint {
  const value = Number(text)
  return Number.isSafeInteger(value) || !/^-?\d+$/.test(text) || String(value) === text ? value : BigInt(text)
}

/** `JSON.stringify` that writes a `bigint` as a number. */
export function writeExact(value: unknown): string | undefined {
  return JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? rawNumber(member) : member))
}

function rawNumber(value: bigint): unknown {
  if (json.rawJSON) return json.rawJSON(String(value))
  throw new RangeError(`this platform cannot write the integer ${value} exactly: convert it to text`)
}
