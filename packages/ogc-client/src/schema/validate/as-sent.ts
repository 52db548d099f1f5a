import { isRecord } from '@geoclients/client-core'
import { encodeBase64 } from '../../utils/base64.ts'
import { bytesOf, isBytes, mediaTypeOf, octets } from '../../utils/bytes.ts'
import { escapeToken } from '../pointer.ts'
import type { InputIssue } from './read-inputs.ts'

/** Inputs as they would be sent, except for Blobs, which cannot be read synchronously. */
export function asSent(inputs: unknown): { readonly inputs: unknown } | { readonly issue: InputIssue } {
  if (!isRecord(inputs)) return { inputs }
  for (const [id, value] of Object.entries(inputs)) {
    const message = faultOf(value)
    if (message === undefined) continue
    const pointer = `/${escapeToken(id)}`
    return { issue: { pointer, value, keyword: 'type', message } }
  }
  return { inputs: Object.fromEntries(Object.entries(inputs).map(([id, value]) => [id, plain(value)])) }
}

/** Why a value cannot be sent. */
function faultOf(value: unknown): string | undefined {
  try {
    JSON.stringify(value, (_key, inner) => (isBytes(inner) ? null : inner))
    return undefined
  } catch (error) {
    return `must be a JSON value: ${error instanceof Error ? error.message.split('\n', 1)[0] : error}`
  }
}

function plain(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value !== 'object') return toJson(value)
  if (isBytes(value)) {
    if (value instanceof Blob) return value
    return { value: encodeBase64(bytesOf(value)), encoding: 'base64', mediaType: octets }
  }
  if (Array.isArray(value)) return value.map((item) => plain(item) ?? null)
  if ('toJSON' in value) return toJson(value)
  const { value: content } = value as { readonly value?: unknown }
  if (isBytes(content)) {
    const held = content instanceof Blob ? content : encodeBase64(bytesOf(content))
    return { mediaType: mediaTypeOf(content), ...value, value: held, encoding: 'base64' }
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, plain(inner)]]))
  )
}

/** The JSON form of a value: a date becomes text, a function is omitted. */
function toJson(value: unknown): unknown {
  const text = JSON.stringify(value)
  return text === undefined ? undefined : JSON.parse(text)
}
