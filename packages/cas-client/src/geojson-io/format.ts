import { invalidArgument, isRecord } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'

const what = 'a value to write'

/** A stream from values to texts in UTF-8, each between `before` and a line feed. */
export function formatTexts(before: string): TransformStream<object, Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  return new TransformStream({
    transform: (value, to) => to.enqueue(encoder.encode(`${before}${writeText(value)}\n`))
  })
}

function writeText(value: unknown): string {
  if (!isRecord(value)) throw invalidArgument(makeCasError, what, value, 'an object')
  let why = 'it is undefined there'
  let cause: unknown
  try {
    const text: string | undefined = JSON.stringify(value)
    if (text !== undefined) return text
  } catch (error) {
    cause = error
    why = String(error).split('\n', 1)[0] ?? ''
  }
  throw makeCasError({ code: 'invalid-argument', message: `${what} cannot be written as JSON: ${why}`, cause })
}
