import type { Bytes } from '@geoclients/mock-core'
import type { InlineOrRefValue } from '../../generated/types.ts'
import { encodeBase64 } from '../../utils/base64.ts'
import type { DeliveredOutput } from '../jobs/delivery.ts'
import type { MockValue } from '../mock-process.ts'
import { isJsonObject } from './json-answer.ts'

/** A value as the body of a response or part. */
export function toBytes(value: MockValue, { mediaType }: DeliveredOutput): Bytes {
  if (value instanceof Uint8Array) return new Uint8Array(value)
  const text = typeof value === 'string' && mediaType !== 'application/json' ? value : JSON.stringify(value)
  return new TextEncoder().encode(text)
}

/** A value in a results document: objects are qualified, except bounding boxes, and bytes are base64. */
export function toInline(value: MockValue, { mediaType, bbox }: DeliveredOutput): InlineOrRefValue {
  if (value instanceof Uint8Array) return { value: encodeBase64(value), mediaType, encoding: 'base64' }
  return isJsonObject(value) && !bbox ? { value, mediaType } : value
}

export function toContentType(mediaType: string): string {
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType
}
