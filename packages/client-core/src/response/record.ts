import { redactUrl } from '../utils/redact-url.ts'
import { malformed, type Received } from './parsed-response.ts'

/** The body as an object without nulls, or a `malformed-body` error. */
export function readRecord(received: Received, expected: string): Readonly<Record<string, unknown>> {
  const { body } = received
  // As `isRecord`: every document comes by here.
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw malformed(received, expected, body)
  return withoutNulls(body as Readonly<Record<string, unknown>>)
}

/** A copy without `null` members. Python servers write null for absent members. */
export function withoutNulls(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  let kept: Record<string, unknown> | undefined
  for (const key in record) {
    if (record[key] !== null) continue
    kept ??= { ...record }
    delete kept[key]
  }
  return kept ?? record
}

const told = new WeakSet<object>()

/** Nothing, and a warning, once an answer: one odd entry must not cost the others, nor a million of them their words. */
export function skipped({ response, warn }: Received, what: string): [] {
  if (!told.has(response)) warn?.(`left out ${what}, in the list of ${redactUrl(response.url)}`)
  told.add(response)
  return []
}
