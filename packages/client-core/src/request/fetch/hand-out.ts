import type { SecretHolder } from '../../redaction/guard-errors.ts'
import type { Reply } from '../../types/call.ts'
import type { BodyRest } from './body-rest.ts'

const withoutBody = /* @__PURE__ */ new Set([101, 103, 204, 205, 304])
const replies = /* @__PURE__ */ new WeakMap<Response, HandedOut>()

interface HandedOut {
  readonly reply: Reply
  /** The stream of the rest of the body, if there is a rest. */
  readonly stream: Response['body'] | undefined
}

/**
 * A reply as the `Response` that callers get, with `***` in place of secrets in its headers and URL. The body is in memory,
 * or a stream that fails with a `ClientError`.
 */
export function handOut(reply: Reply, { registry }: SecretHolder): Response {
  const { rest, bytes, status } = reply
  const body = withoutBody.has(status) ? null : rest ? rest.stream() : reply.response.body ? bytes : null
  const response = copyOf(reply, body, registry)
  if (rest) tellFailures(response, rest)
  replies.set(response, { reply, stream: rest && response.body })
  return response
}

/** Makes `text()` and the like reject with our error. Browsers replace the error of a stream with their own. */
function tellFailures(response: Response, rest: BodyRest): void {
  for (const name of ['text', 'json', 'blob', 'arrayBuffer', 'bytes', 'formData'] as const) {
    const read: unknown = Reflect.get(response, name)
    if (typeof read !== 'function') continue
    const value = async (): Promise<unknown> => {
      try {
        return await read.call(response)
      } catch (fault) {
        throw rest.failure ?? fault
      }
    }
    Object.defineProperty(response, name, { value, configurable: true, writable: true })
  }
}

/**
 * The reply behind `response`, if it has one and nobody has read its body. After `clone()`, only the response's own branch
 * of the stream is complete.
 */
export function replyOf(response: Response): Reply | undefined {
  const held = replies.get(response)
  if (!held || response.bodyUsed) return undefined
  return held.stream && held.stream !== response.body ? undefined : held.reply
}

/** A response without its body, for its status and headers. */
export function readResponse(reply: Reply, { registry }: SecretHolder): Response {
  const { response, url } = reply
  const isAsIs =
    response.url === url && (registry?.redactUrl(url) ?? url) === url && !quoting(response.headers, registry)
  return isAsIs ? response : copyOf(reply, null, registry)
}

function copyOf(
  { response, url, status, ok }: Reply,
  body: BodyInit | null,
  registry: SecretHolder['registry']
): Response {
  const headers = quoting(response.headers, registry) ?? response.headers
  // Some servers return 999. `fetch` accepts that, but the constructor refuses it, and some status texts too.
  const isAllowed = status >= 200 && status <= 599
  const copy = new Response(body, { status: isAllowed ? status : 500, headers })
  const own = {
    ...{ url: registry?.redactUrl(url) ?? url, redirected: response.redirected },
    statusText: registry?.redact(response.statusText) ?? response.statusText,
    ...(!isAllowed && { status, ok })
  }
  for (const [key, value] of Object.entries(own)) Object.defineProperty(copy, key, { value })
  return copy
}

/** The redacted headers; undefined if they contain no secret. */
function quoting(headers: Headers, registry: SecretHolder['registry']): Headers | undefined {
  if (!registry || registry.isEmpty) return undefined
  const clean = new Headers()
  let isChanged = false
  for (const [name, value] of headers) {
    // The content type must stay intact, because it decides how the body is read.
    const shown = name === 'content-type' ? value : registry.redact(value)
    isChanged ||= shown !== value
    clean.append(name, shown)
  }
  return isChanged ? clean : undefined
}
