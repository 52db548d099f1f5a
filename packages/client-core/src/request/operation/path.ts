import type { ErrorFactory } from '../../errors/client-error.ts'
import { invalidArgument } from '../../validation/arguments.ts'

/** Segments that a URL parser would resolve instead of keep, plain or percent-encoded. */
const dotSegment = /^(?:\.|%2e){1,2}$/i
const control = /\p{Cc}/u
/** What most ids are: nothing in them is encoded. */
const plain = /^\w[\w.-]*$/

/**
 * Fills the parameters of a path template. Each value becomes exactly one segment: slashes are encoded, and what would
 * change the path (`''`, `.`, `..`, `%2e`) or break it (control characters, a missing value, a lone surrogate) is
 * refused as `invalid-argument`, since `DELETE /things/..` would be a `DELETE /`.
 */
export function pathSerializer(
  make: ErrorFactory
): (path: string, values: Readonly<Record<string, unknown>>) => string {
  return (path, values) => {
    const [start = '', ...rest] = path.split('{')
    let written = start
    for (const part of rest) {
      const end = part.indexOf('}')
      const name = part.slice(0, Math.max(0, end))
      written += name ? segment(name, values[name], make) + part.slice(end + 1) : `{${part}`
    }
    return written
  }
}

function segment(name: string, value: unknown, make: ErrorFactory): string {
  const refuse = (expected: string) => invalidArgument(make, name, value, expected)
  if (typeof value !== 'string' && !Number.isFinite(value)) throw refuse('a non-empty string')
  const text = String(value)
  if (plain.test(text)) return text
  if (text.trim() === '') throw refuse('a non-empty string')
  if (dotSegment.test(text)) throw refuse('a name, not a relative path segment')
  if (control.test(text)) throw refuse('text without control characters')
  try {
    return encodeURIComponent(text)
  } catch {
    throw refuse('well-formed text')
  }
}
