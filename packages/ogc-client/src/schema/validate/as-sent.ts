import { isRecord } from '@geoclients/client-core'
import { encodeBase64 } from '../../utils/base64.ts'
import type { InputIssue } from './read-inputs.ts'

/** Inputs as they would be sent, but for Blobs, which nobody can read at once. */
export function asSent(inputs: unknown): { readonly inputs: unknown } | { readonly issue: InputIssue } {
  if (!isRecord(inputs)) return { inputs }
  for (const [id, value] of Object.entries(inputs)) {
    const message = faultOf(value)
    if (message === undefined) continue
    const pointer = `/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`
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
    return `must be a value that JSON can hold: ${error instanceof Error ? error.message.split('\n', 1)[0] : error}`
  }
}

function plain(value: unknown): unknown {
  if (value instanceof Blob) return value
  if (typeof value !== 'object' || value === null) return toJson(value)
  if (isBytes(value))
    return {
      value: encodeBase64(bytesOf(value as ArrayBuffer | ArrayBufferView)),
      encoding: 'base64',
      mediaType: octets
    }
  if (Array.isArray(value)) return value.map((item) => plain(item) ?? null)
  if ('toJSON' in value) return toJson(value)
  const { value: content } = value as { readonly value?: unknown }
  if (isBytes(content)) {
    const held = content instanceof Blob ? content : encodeBase64(bytesOf(content))
    return {
      mediaType: content instanceof Blob ? content.type || octets : octets,
      ...value,
      value: held,
      encoding: 'base64'
    }
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, plain(inner)]]))
  )
}

const octets = 'application/octet-stream'

/** JSON of one value: a date is its text, a function is nothing. */
function toJson(value: unknown): unknown {
  const text = JSON.stringify(value)
  return text === undefined ? undefined : JSON.parse(text)
}

type Bytes = Blob | ArrayBuffer | ArrayBufferView

function isBytes(value: unknown): value is Bytes {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value)
}

function bytesOf(value: Exclude<Bytes, Blob>): Uint8Array {
  return ArrayBuffer.isView(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : new Uint8Array(value)
}
