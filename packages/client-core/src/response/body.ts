import type { ClientErrorInit, ErrorFactory } from '../errors/client-error.ts'
import type { Reply } from '../types/call.ts'
import { splitOutside } from '../utils/link-header.ts'
import { redactUrl } from '../utils/redact-url.ts'
import { parseText } from './json-text.ts'

/** Its words are decoded as UTF-8, without a mark of the byte order, as `Response.text()` does. */
export function textOf({ bytes }: Pick<Reply, 'bytes'>): string {
  return bytes.length === 0 ? '' : new TextDecoder().decode(bytes)
}

/**
 * The JSON of an answer, whatever its label says: real servers send JSON as `text/html` and HTML with status 200.
 * An empty body is `undefined`. Throws `media-type` for another kind of text, `malformed-body` for broken JSON.
 */
export function readJson(reply: Reply, make: ErrorFactory): unknown {
  const text = textOf(reply)
  return text.trim() === '' ? undefined : parseJson(text, reply, make)
}

/** As `readJson`, for a body that was decoded already. */
export function parseJson(text: string, reply: Reply, make: ErrorFactory): unknown {
  try {
    return parseText(text)
  } catch (cause) {
    if (!isJson(mediaType(reply))) throw unexpectedType(text, reply, make, 'JSON', cause)
    throw make({ ...answered(reply, `and broken JSON: ${preview(text)}`), code: 'malformed-body', cause })
  }
}

/** The error for a body of another kind than the expected one. */
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

/** What every error says of the answer that it is about: `what` follows its status. */
export function answered(reply: Reply, what: string): Omit<ClientErrorInit, 'code'> {
  const { method, url, status } = reply
  const shown = redactUrl(url)
  const message = `${method} ${shown} returned ${status}${what && ` ${what}`}`
  return { message, status, ...requestId(reply), method, url: shown }
}

/** What an error's body holds: JSON, or its text where it is none. */
export function readErrorBody(reply: Reply): unknown {
  const text = textOf(reply)
  try {
    return parseText(text)
  } catch {
    return text
  }
}

/** The `Content-Type` of a response; of several, which arrive as one, the last valid one, as the Fetch standard has it. */
export function contentType({ headers }: { readonly headers: Headers }): string | null {
  const given = headers.get('Content-Type')
  if (!given?.includes(',')) return given
  const each = splitOutside(given, ',').map((one) => one.trim())
  return each.findLast((one) => /^[\w.+-]+\/[\w.+-]+ ?(?:;|$)/.test(one)) ?? given
}

/** The media type of a response in lower case, without parameters. */
export function mediaType(response: { readonly headers: Headers }): string | undefined {
  return contentType(response)?.split(';', 1)[0]?.trim().toLowerCase() || undefined
}

/** Whether a media type is JSON: `application/json`, `…+json`, `text/json`. */
export function isJson(type: string | undefined): boolean {
  return type !== undefined && /(?:^(?:application|text)\/json$)|\+json$/.test(type)
}

/** The server's name for the request, where it sent one. */
export function requestId(response: { readonly headers: Headers }): {
  requestId?: string
} {
  const id = response.headers.get('X-Request-ID')
  return id ? { requestId: id } : {}
}

/** The first words of a body in one line without control characters; of an HTML page its title, or its text without tags. */
export function preview(text: string): string {
  const start = text.slice(0, 4_000)
  const title = /<title[^<>]*>([^<]*)<\/title>/i.exec(start)?.[1]
  const plain = /^\s*</.test(start)
    ? title || start.replace(/<(?:style|script)[^<]*<\/(?:style|script)>/gi, ' ').replace(/<[^>]*>?/g, ' ')
    : start
  const line = plain.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > 200 ? `${line.slice(0, 197)}...` : line
}
