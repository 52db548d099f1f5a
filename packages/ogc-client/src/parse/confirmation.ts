import { isJson, mediaType, type Reply, readJson, textOf } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { tryJson } from '../utils/text.ts'
import { isRefusal } from './error-in-success.ts'

/**
 * What the 2xx of a change says, if it says anything. A page is what a gateway or a login answers in place of the server,
 * and JSON that breaks off or takes the success back confirms nothing: these reject.
 */
export function readConfirmation(reply: Reply, { error, describe }: OgcCore): unknown {
  const text = textOf(reply)
  if (text.trim() === '') return undefined
  const body = isJson(mediaType(reply)) || /^\s*</.test(text) ? readJson(reply, error) : tryJson(text)
  if (isRefusal(reply, body)) throw describe(reply, body)
  return body
}
