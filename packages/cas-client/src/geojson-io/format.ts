import { invalidArgument, isRecord } from '@geoclients/client-core'
import { isCasError, makeCasError } from '../errors/cas-error.ts'
import { checkWritable } from './check-writable.ts'
import { writeExact } from './exact-json.ts'

const what = 'a value to write'

/** A stream from values to UTF-8 texts, each between `before` and a line feed. */
export function formatTexts(before: string): TransformStream<object, Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  return new TransformStream({
    transform: (value, to) => to.enqueue(encoder.encode(`${before}${writeText(value)}\n`))
  })
}

/** The JSON of an object. Throws `invalid-argument` if JSON would change it. */
export function writeText(value: unknown): string {
  if (!isRecord(value)) throw invalidArgument(makeCasError, what, value, 'an object')
  let why = 'its JSON would be undefined'
  let cause: unknown
  try {
    const text = checkWritable(value, what) ? writeExact(value) : (JSON.stringify(value) as string | undefined)
    if (text !== undefined) return text
  } catch (error) {
    if (isCasError(error)) throw error
    cause = error
    why = String(error).split('\n', 1)[0] ?? ''
  }
  throw makeCasError({ code: 'invalid-argument', message: `${what} cannot be written as JSON: ${why}`, cause })
}
