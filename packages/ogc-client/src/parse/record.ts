import { expectRecord, type Received } from '@geoclients/client-core'

/** The body as an object, or a `malformed-body` error. */
export function readRecord(received: Received, expected: string): Readonly<Record<string, unknown>> {
  return withoutNulls(expectRecord(received, expected))
}

/** A copy without members that are `null`: servers in Python write them for what the standard leaves out. */
export function withoutNulls(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null))
}

/** Nothing, and a warning: one odd entry must not cost the others. */
export function skipped({ response, warn }: Received, what: string): [] {
  warn?.(`a list was answered with ${what}, which is left out: ${response.url}`)
  return []
}
