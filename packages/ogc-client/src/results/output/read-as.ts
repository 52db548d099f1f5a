import { type ErrorFactory, parseText } from '@geoclients/client-core'
import type { JsonValue } from '../../generated/types.ts'
import { decodeText } from '../../utils/text.ts'

/** The text of an output, in the charset of its content type. */
export function outputText(bytes: Uint8Array, contentType: string | undefined, error: ErrorFactory): string {
  const text = decodeText(bytes, contentType)
  if (text !== undefined) return text
  const label = contentType ? `labelled ${contentType}` : 'without media type'
  const message = `the output has ${bytes.length} bytes that are not UTF-8 text, ${label}: read arrayBuffer(), and decode it in its charset`
  throw error({ code: 'malformed-body', message })
}

/** Parses the JSON of an output. `what` describes the output in the error, without secrets. */
export function parseOutput(text: string, what: string, error: ErrorFactory): JsonValue {
  try {
    return parseText(text) as JsonValue
  } catch (cause) {
    throw error({ code: 'malformed-body', message: `the output is not JSON: ${what}`, cause })
  }
}
