import { type CallSettings, type ErrorFactory, type Reply, redactUrl } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import type { Link } from '../generated/types.ts'
import { headersOfInit } from './headers-of-init.ts'

/**
 * Gets the target of a server's link. The service's own origin and trusted ones get credentials and the call's headers; other
 * origins get only headers that identify nobody. With `stream`, the body is not buffered. Only http(s) and data URLs are
 * followed: a server must not choose a local file, and nothing can fetch `s3:`.
 */
export async function getLinked(link: Link, core: OgcCore, settings: CallSettings, stream = false): Promise<Reply> {
  return core.follow(checkTarget(link.href, core.error), settings, {
    ...requestOf(link, core),
    mode: stream ? 'stream' : 'bytes'
  })
}

/** Like `fetch`, for a server's link: resolves with a response of any status. Headers are sent as in `getLinked`. */
export async function fetchLinked(link: Link, init: RequestInit | undefined, core: OgcCore): Promise<Response> {
  const url = checkTarget(link.href, core.error)
  const { method, headers, body } = requestOf(link, core)
  const own = new Headers(headers)
  headersOfInit(init, core.error).forEach((value, name) => {
    own.set(name, value)
  })
  return core.fetchLink(url, { ...(method && { method, body: body ?? null }), ...init, headers: own })
}

type LinkedRequest = Pick<Parameters<OgcCore['follow']>[2], 'method' | 'headers' | 'body'>

/**
 * The request of a link (version 2.0: `method`, `headers`, `body`). Only GET and POST are allowed. POST is allowed only at the
 * service's own origin and trusted ones, because a server must not make the client write elsewhere.
 */
function requestOf({ href, method = 'GET', headers, body }: Link, { error, checkOrigin }: OgcCore): LinkedRequest {
  const own = headers && Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  if (method === 'GET') return { headers: own }
  if (method !== 'POST') {
    const message = `${redactUrl(href)} cannot be fetched with ${method}: only GET and POST are supported`
    throw error({ code: 'blocked-origin', message })
  }
  checkOrigin(href, 'an output that is fetched with POST')
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const type = text !== undefined && typeof body !== 'string' && { 'content-type': 'application/json' }
  return { method, headers: { ...type, ...own }, body: text }
}

/** Refuses a server's link that is not an http(s) or data URL. */
function checkTarget(href: string, error: ErrorFactory): string {
  if (!URL.canParse(href)) {
    throw error({ code: 'malformed-body', message: `the server sent a link that is not a URL: ${redactUrl(href)}` })
  }
  if (!/^(?:https?|data):/i.test(href)) {
    const message = `${redactUrl(href)} cannot be fetched: only http, https and data URLs can`
    throw error({ code: 'blocked-origin', message })
  }
  return href
}
