import { expectRecord, type Received } from '@geoclients/client-core'

/** The body as an object, or a `malformed-body` error. */
export function readRecord(received: Received, expected: string): Readonly<Record<string, unknown>> {
  return withoutNulls(expectRecord(received, expected))
}

/** A copy without members that are `null`: servers in Python write them for what the standard leaves out. */
export function withoutNulls(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null))
}
