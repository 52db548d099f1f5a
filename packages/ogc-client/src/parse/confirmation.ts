import { isJson, mediaType, type Reply, readJson, textOf } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { tryJson } from '../utils/text.ts'
import { isRefusal } from './error-in-success.ts'

/**
 * The content of a successful response to a change, if there is any. Rejects for an HTML page of a gateway or login, for
 * incomplete JSON, and for JSON that reports a failure.
 */
export function readConfirmation(reply: Reply, { error, describe }: OgcCore): unknown {
  const text = textOf(reply, error)
  if (text.trim() === '') return undefined
  const body = isJson(mediaType(reply)) || /^\s*</.test(text) ? readJson(reply, error) : tryJson(text)
  if (isRefusal(reply, body)) throw describe(reply, body)
  return body
}
