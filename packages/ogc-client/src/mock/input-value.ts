import { type Bytes, essence } from '@geoclients/mock-core'
import type { Schema } from '../generated/types.ts'
import type { JsonValue } from '../types/json.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { readDataUrl } from './data-url.ts'
import { isJsonObject } from './json-answer.ts'
import { findErrors } from './json-schema.ts'
import type { MockValue } from './mock-process.ts'
import { describeSchema, isBinary, isJsonType, isText, mediaTypes } from './schema-traits.ts'

/** What is wrong with one value. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/**
 * Reads one value of an input: in itself, qualified (`{value, mediaType, encoding}`), or a link with a `data:` URL. Objects may
 * come qualified, as Part 1 wants them, or bare, as later versions have them.
 * @throws InputError
 */
export function readInputValue(given: JsonValue, schema: Schema): MockValue {
  const value = unwrap(given, schema)
  const errors = findErrors(schema, value)
  if (errors.length > 0) throw new InputError(`${errors.join(' ')} Expected: ${describeSchema(schema)}.`)
  if (!isBinary(schema) || typeof value !== 'string') return value
  return decode(value)
}

const QUALIFIED = ['value', 'mediaType', 'encoding', 'schema']
/** What a link to a value may have; an object with more is a value itself. */
export const LINK: readonly string[] = ['href', 'rel', 'type', 'hreflang', 'title']

function unwrap(given: JsonValue, schema: Schema): JsonValue {
  if (!isJsonObject(given)) return given
  const keys = Object.keys(given)
  const { href, value, mediaType, encoding } = given
  if (typeof href === 'string' && keys.every((key) => LINK.includes(key))) return fromLink(href, given.type, schema)
  if (value === undefined || keys.some((key) => !QUALIFIED.includes(key))) return given
  if (mediaType !== undefined) checkMediaType(mediaType, schema)
  if (encoding === undefined) return value
  if (encoding !== 'base64' || typeof value !== 'string') {
    throw new InputError(`The encoding is ${JSON.stringify(encoding)}. Expected: base64 text.`)
  }
  return isBinary(schema) ? value : fromBytes(decode(value), typeof mediaType === 'string' ? mediaType : '', schema)
}

function fromLink(href: string, type: JsonValue | undefined, schema: Schema): JsonValue {
  const data = readDataUrl(href)
  if (data === undefined) {
    throw new InputError(`The link leads to '${href}', which is neither a valid data: URL nor one of http.`)
  }
  const mediaType = type ?? data.mediaType
  if (mediaType !== undefined) checkMediaType(mediaType, schema)
  return fromBytes(data.bytes, typeof mediaType === 'string' ? mediaType : '', schema)
}

function fromBytes(bytes: Bytes, mediaType: string, schema: Schema): JsonValue {
  if (isBinary(schema)) return toBase64(bytes)
  const text = new TextDecoder().decode(bytes)
  if (isText(schema) && !isJsonType(mediaType)) return text
  try {
    return JSON.parse(text)
  } catch {
    throw new InputError('The data is not JSON.')
  }
}

function checkMediaType(mediaType: JsonValue, schema: Schema): void {
  const expected = mediaTypes(schema)
  if (typeof mediaType === 'string' && (expected.length === 0 || expected.includes(essence(mediaType)))) return
  throw new InputError(
    `The media type is ${JSON.stringify(mediaType)}. Expected: ${expected.join(' or ') || 'a text'}.`
  )
}

function decode(text: string): Bytes {
  const bytes = fromBase64(text)
  if (bytes === undefined) throw new InputError('The text is not base64.')
  return bytes
}
