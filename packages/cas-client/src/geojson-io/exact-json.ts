import { parseText } from '@geoclients/client-core'

/** A number without a fraction that has so many digits that it may not be exact; strings that hold one do no harm. */
const large = /(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/

/** What only recent platforms have: the text of a number as it was read, and a number that is written as given. */
interface ExactJson {
  parse(text: string, revive: (key: string, value: unknown, context?: { readonly source?: string }) => unknown): unknown
  readonly rawJSON?: (text: string) => unknown
}

const json = JSON as unknown as ExactJson

/** `JSON.parse` that gives a whole number as `bigint` where a `number` would be another one, beyond 2^53. */
export function parseExact(text: string): unknown {
  const value = parseText(text)
  if (!large.test(text)) return value
  return json.parse(text, (_, value, context) => {
    if (typeof value !== 'number' || Number.isSafeInteger(value) || !Number.isInteger(value)) return value
    if (context?.source !== undefined) return wholeNumber(context.source)
    throw new RangeError(`this platform cannot read an integer near ${value} exactly: write it as text`)
  })
}

/** The value of a number's text: a `bigint` where a `number` would be written otherwise than it was read. */
export function wholeNumber(text: string): number | bigint {
  const value = Number(text)
  return Number.isSafeInteger(value) || !/^-?\d+$/.test(text) || String(value) === text ? value : BigInt(text)
}

/** `JSON.stringify` that writes `bigint` as the number that it is. */
export function writeExact(value: unknown): string | undefined {
  return JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? rawNumber(member) : member))
}

function rawNumber(value: bigint): unknown {
  if (json.rawJSON) return json.rawJSON(String(value))
  throw new RangeError(`this platform cannot write the integer ${value} exactly: convert it to text`)
}
