import { type ClientErrorInit, type ErrorFactory, isClientError } from '../errors/client-error.ts'
import { callOf, nameOfCall } from './request-info.ts'

/**
 * The JSON of an answer, whatever its label says: real servers send JSON as `text/html` and HTML with status 200.
 * An empty body is `undefined`. Rejects with `media-type` for another kind of text, `malformed-body` for broken JSON.
 */
export async function readJson(response: Response, make: ErrorFactory): Promise<unknown> {
  const text = await response.text()
  if (text.trim() === '') return undefined
  return parseJson(text, response, make)
}

/** As `readJson`, for a body that was read already. */
export function parseJson(text: string, response: Response, make: ErrorFactory): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (!isJson(mediaType(response))) throw notJson(text, response, make, cause)
    throw make({ ...answered(response, `and broken JSON: ${preview(text)}`), code: 'malformed-body', cause })
  }
}

/** The error for a body of another kind where JSON was expected. */
export function notJson(text: string, response: Response, make: ErrorFactory, cause?: unknown): Error {
  const kind = mediaType(response) ?? 'a body without media type'
  const init = answered(response, `and ${kind} where JSON was expected: ${preview(text)}`)
  return make({ ...init, code: 'media-type', ...(cause !== undefined && { cause }) })
}

function answered(response: Response, what: string): Omit<ClientErrorInit, 'code'> {
  const message = `${nameOfCall(response)} was answered with ${response.status} ${what}`
  return { message, status: response.status, ...requestId(response), ...callOf(response) }
}

/** What an error's body holds: JSON, or its text where it is none. */
export async function readErrorBody(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Runs `parse` and keeps the promise that every rejection is a `ClientError`: for a body that a library parses. */
export async function guardParse<T>(parse: () => Promise<T>, make: ErrorFactory): Promise<T> {
  try {
    return await parse()
  } catch (cause) {
    if (isClientError(cause)) throw cause
    throw make({
      code: 'malformed-body',
      message: `the answer could not be read: ${String(cause)}`,
      cause
    })
  }
}

/** The media type of a response in lower case, without parameters. */
export function mediaType(response: { readonly headers: Headers }): string | undefined {
  return response.headers.get('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase() || undefined
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
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(start)?.[1]
  const plain = /^\s*</.test(start)
    ? title || start.replace(/<(?:style|script)[^<]*<\/(?:style|script)>/gi, ' ').replace(/<[^>]*>?/g, ' ')
    : start
  const line = plain.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > 200 ? `${line.slice(0, 197)}...` : line
}
