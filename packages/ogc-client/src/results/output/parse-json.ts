import { type ErrorFactory, parseText } from '@geoclients/client-core'
import type { JsonValue } from '../../generated/types.ts'

/** Parses the JSON of an output. `what` describes the output in the error, without secrets. */
export function parseOutput(text: string, what: string, error: ErrorFactory): JsonValue {
  try {
    return parseText(text) as JsonValue
  } catch (cause) {
    throw error({ code: 'malformed-body', message: `the output is not JSON: ${what}`, cause })
  }
}
