import { isRecord, parseText } from '@geoclients/client-core'
import type { JsonValue } from '../../types/json.ts'
import { decodeBase64, encodeBase64 } from '../../utils/base64.ts'
import { mediaTypeOf } from '../../utils/bytes.ts'
import { readDataUrl } from './data-url.ts'
import type { Fault } from './find-faults.ts'
import { essence, hasMember, isBinary, isJsonType, isText, mediaTypes, type Traits } from './traits.ts'

/** A value whose content is unknown here: bytes that are read later, or a resource that the server fetches. */
export class Unseen {}

/** An error in the wrapping of a value. */
export class WrapFault extends Error {
  readonly keyword: string
  constructor(keyword: string, message: string) {
    super(message)
    this.keyword = keyword
  }
}

/** Checks a link to another resource: returns a problem, or undefined. */
export type LinkRule = (href: string) => string | undefined

const qualified = ['value', 'mediaType', 'encoding', 'schema']
const nested = ['process', 'inputs', 'outputs', '$output']
/** The members of a link. An object with other members is a value. */
export const linkMembers: readonly string[] = ['href', 'rel', 'type', 'hreflang', 'title']

/**
 * The actual value of an input (18-062r2, 7.11.2): the value itself, the content of a qualified value (`{ value, mediaType,
 * encoding }`), or the content of a `data:` link. Objects may be qualified or bare, because servers accept both.
 * @throws WrapFault
 */
export function unwrapValue(given: JsonValue | Blob, schema: Traits, linkRule: LinkRule): JsonValue | Unseen {
  if (given instanceof Blob) {
    checkMediaType(mediaTypeOf(given), schema)
    return new Unseen()
  }
  if (!isRecord(given)) return given as JsonValue
  const keys = Object.keys(given)
  if (isElsewhere(given, keys) && linkRule('') === undefined) return new Unseen()
  const { href, value, mediaType, encoding, type } = given as Record<string, JsonValue>
  if (typeof href === 'string' && keys.every((key) => linkMembers.includes(key)) && !hasMember(schema, 'href')) {
    return fromLink(href, type, schema, linkRule)
  }
  const isPlain = value === undefined || hasMember(schema, 'value') || keys.some((key) => !qualified.includes(key))
  if (isPlain) return given as JsonValue
  if (mediaType !== undefined) checkMediaType(mediaType, schema)
  if ((value as unknown) instanceof Blob) return new Unseen()
  if (encoding === undefined) return value
  if (encoding !== 'base64' || typeof value !== 'string') {
    throw new WrapFault(
      'contentEncoding',
      `must have the encoding "base64" and a text value, not ${JSON.stringify(encoding)}`
    )
  }
  return isBinary(schema) ? value : fromBytes(decode(value), typeof mediaType === 'string' ? mediaType : '', schema)
}

/** Whether a value is a nested process or a collection (Part 3). */
function isElsewhere(given: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  const isProcess = typeof given.process === 'string' && keys.every((key) => nested.includes(key))
  return isProcess || (typeof given.collection === 'string' && keys.length === 1)
}

function fromLink(href: string, type: JsonValue | undefined, schema: Traits, linkRule: LinkRule): JsonValue | Unseen {
  const data = readDataUrl(href)
  if (data === undefined) {
    const refusal = href.startsWith('data:') ? 'must be a valid data: URL' : linkRule(href)
    if (refusal !== undefined) throw new WrapFault('href', refusal)
    if (type !== undefined) checkMediaType(type, schema)
    return new Unseen()
  }
  const mediaType = type ?? data.mediaType
  if (mediaType !== undefined) checkMediaType(mediaType, schema)
  return fromBytes(data.bytes, typeof mediaType === 'string' ? mediaType : '', schema)
}

function fromBytes(bytes: Uint8Array, mediaType: string, schema: Traits): JsonValue {
  if (isBinary(schema)) return encodeBase64(bytes)
  const text = new TextDecoder().decode(bytes)
  if (isText(schema) && !isJsonType(mediaType)) return text
  try {
    return parseText(text) as JsonValue
  } catch {
    throw new WrapFault('contentMediaType', 'must contain JSON, but its bytes are not JSON')
  }
}

function checkMediaType(mediaType: JsonValue, schema: Traits): void {
  const expected = mediaTypes(schema)
  if (typeof mediaType === 'string' && (expected.length === 0 || expected.includes(essence(mediaType)))) return
  const wanted = expected.length > 0 ? `the media type ${expected.join(' or ')}` : 'a media type'
  throw new WrapFault('contentMediaType', `must have ${wanted}, not ${JSON.stringify(mediaType)}`)
}

/** @throws WrapFault where the text is no base64 */
export function decode(text: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeBase64(text)
  if (bytes === undefined) throw new WrapFault('contentEncoding', 'must be base64 text')
  return bytes
}

export function faultOf({ keyword, message }: WrapFault, value: JsonValue): Fault {
  return { pointer: '', value, keyword, message }
}
