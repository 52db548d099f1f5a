import type { ClientErrorInit, ErrorFactory } from '../errors/client-error.ts'
import type { Reply } from '../types/call.ts'
import { splitOutside } from '../utils/link-header.ts'
import { redactUrl } from '../utils/redact-url.ts'
import { parseText } from './json-text.ts'

/** In longer bytes nothing is repaired: U+FFFD for each that is not of its charset can take more than a second. */
export const mostRepaired: number = 24 * 1024 * 1024
const utf8 = /* @__PURE__ */ new TextDecoder()
/** A page has its title before. */
const mostShown = 4_000

/** The body as UTF-8 text without byte order mark, as in `Response.text()`. Throws `malformed-body` for long bytes that are not. */
export function textOf(reply: Reply, make: ErrorFactory): string {
  return decode(reply, (start) => {
    const init = answered(reply, `and ${reply.bytes.length} bytes that are not UTF-8 text: ${preview(start)}`)
    return make({ ...init, code: 'malformed-body' })
  })
}

/**
 * Parses the JSON of a response, whatever its `Content-Type`: real servers send JSON as `text/html`, and HTML with status 200.
 * An empty body is `undefined`. Throws `media-type` for other text, and `malformed-body` for broken JSON.
 */
export function readJson(reply: Reply, make: ErrorFactory): unknown {
  const text = decode(reply, (start) => brokenJson(start, reply, make, undefined, 'JSON that is not UTF-8'))
  return text.trim() === '' ? undefined : parseJson(text, reply, make)
}

/** Like `readJson`, for decoded text. */
export function parseJson(text: string, reply: Reply, make: ErrorFactory): unknown {
  try {
    return parseText(text)
  } catch (cause) {
    throw brokenJson(text, reply, make, cause)
  }
}

function decode({ bytes }: Reply, refusal: (start: string) => Error): string {
  if (bytes.length <= mostRepaired) return bytes.length === 0 ? '' : utf8.decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refusal(utf8.decode(bytes.subarray(0, mostShown)))
  }
}

/** The error for text that is not JSON; `what` it is, if its label says JSON. `cause` is the error of the parser. */
export function brokenJson(
  text: string,
  reply: Reply,
  make: ErrorFactory,
  cause: unknown,
  what = 'broken JSON'
): Error {
  if (!isJson(mediaType(reply))) return unexpectedType(text, reply, make, 'JSON', cause)
  return make({ ...answered(reply, `and ${what}: ${preview(text)}`), code: 'malformed-body', cause })
}

/** The error for an unexpected media type. */
export function unexpectedType(
  text: string,
  reply: Reply,
  make: ErrorFactory,
  expected: string,
  cause?: unknown
): Error {
  const kind = mediaType(reply) ?? 'a body without media type'
  const init = answered(reply, `and ${kind} instead of ${expected}: ${preview(text)}`)
  return make({ ...init, code: 'media-type', ...(cause !== undefined && { cause }) })
}

/** The common fields of an error about a response. `what` follows the status in the message. */
export function answered(reply: Reply, what: string): Omit<ClientErrorInit, 'code'> {
  const { method, url, status } = reply
  const shown = redactUrl(url)
  const message = `${method} ${shown} returned ${status}${what && ` ${what}`}`
  return { message, status, ...requestId(reply), method, url: shown }
}

/** The body of an error response: parsed JSON, or text. */
export function readErrorBody(reply: Reply): unknown {
  const text = utf8.decode(reply.bytes) // 64 KiB at most
  try {
    return parseText(text)
  } catch {
    return text
  }
}

/** The `Content-Type` of a response. Of several, the last valid one, as in the Fetch standard. */
export function contentType({ headers }: { readonly headers: Headers }): string | null {
  const given = headers.get('Content-Type')
  if (!given?.includes(',')) return given
  return splitOutside(given, ',').findLast((one) => /^[\w.+-]+\/[\w.+-]+ ?(?:;|$)/.test(one)) ?? given
}

/** The media type of a response in lower case, without parameters. */
export function mediaType(response: { readonly headers: Headers }): string | undefined {
  return contentType(response)?.split(';', 1)[0]?.trim().toLowerCase() || undefined
}

/** Whether a media type is JSON: `application/json`, `…+json`, `text/json`. */
export function isJson(type: string | undefined): boolean {
  return type !== undefined && /(?:^(?:application|text)\/json$)|\+json$/.test(type)
}

/** The server's request id, if it sent one. */
export function requestId(response: { readonly headers: Headers }): {
  requestId?: string
} {
  const id = response.headers.get('X-Request-ID')
  return id ? { requestId: id } : {}
}

/** The beginning of a body on one line, without control characters. For HTML its title, or its text without tags. */
export function preview(text: string): string {
  const start = text.slice(0, mostShown)
  const title = /<title[^<>]*>([^<]*)<\/title>/i.exec(start)?.[1]
  const plain = /^\s*</.test(start)
    ? title || start.replace(/<(?:style|script)[^<]*<\/(?:style|script)>/gi, ' ').replace(/<[^>]*>?/g, ' ')
    : start
  const line = plain.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > 200 ? `${line.slice(0, 197)}...` : line
}
