import type { ClientError, ErrorFactory } from '../../errors/client-error.ts'
import type { CallInit, Layer } from '../../types/call.ts'
import { redactUrl } from '../../utils/redact-url.ts'
import { resolveLink } from '../../utils/resolve-url.ts'
import { describeCall } from '../network-error.ts'
import { harmlessOf, isHarmless } from './safe-headers.ts'

export interface RedirectOptions {
  readonly error: ErrorFactory
  /** Whether the platform shows redirects; a browser does not. */
  readonly visible: boolean
}

const maxHops = 10
const redirectStatus = new Set([301, 302, 303, 307, 308])
/** The headers that describe a body: a request that loses its body loses them too. */
const bodyHeaders = ['Content-Encoding', 'Content-Language', 'Content-Length', 'Content-Location', 'Content-Type']

/**
 * Follows redirects by hand, so that credentials stay with the origin they were meant for: to another origin go only
 * GET and HEAD, without credentials, and never from https down to http.
 */
export function redirects({ error: make, visible }: RedirectOptions): Layer {
  return (next) => async (startUrl, startInit) => {
    if (startInit.redirect === 'error' || startInit.redirect === 'manual') return next(startUrl, startInit)
    if (!visible) return next(startUrl, { ...startInit, redirect: mayHoldSecret(startInit) ? 'error' : 'follow' })

    let url = startUrl
    let init: CallInit = { ...startInit, redirect: 'manual' }
    for (let hop = 0; ; hop++) {
      const response = await next(url, init)
      const location = response.headers.get('Location')
      if (response.type === 'opaqueredirect')
        throw blocked(make, url, init, 'a redirect whose target this platform hides')
      if (!redirectStatus.has(response.status) || !location) {
        if (hop > 0) Object.defineProperty(response, 'redirected', { value: true })
        return response
      }
      response.body?.cancel().catch(() => {})
      if (hop >= maxHops) throw blocked(make, url, init, `more than ${maxHops} redirects`)
      const target = readTarget(location, url)
      if (!target)
        throw blocked(make, url, init, 'a redirect to something that is no http(s) address without user and password')
      const turn = { url, init, status: response.status, target }
      const refusal = refusalOf(turn)
      if (refusal) throw blocked(make, url, init, refusal)
      init = turned(turn)
      url = target.href
    }
  }
}

/** Whether a request has a secret that may get to another origin by a browser, which drops `Authorization` itself: a header, or a query that the server copies. */
function mayHoldSecret(init: CallInit): boolean {
  const names = [...new Headers(init.headers).keys()]
  return Boolean(init.context?.secretQuery) || names.some((name) => name !== 'authorization' && !isHarmless(name))
}

/** Whether this platform lets a program see and follow redirects itself. Browsers, and only they, call themselves Mozilla. */
export function redirectsAreVisible(): boolean {
  return !globalThis.navigator?.userAgent?.startsWith('Mozilla/')
}

function readTarget(location: string, base: string): URL | undefined {
  try {
    const target = resolveLink(location, base)
    const isHttp = target.protocol === 'https:' || target.protocol === 'http:'
    // Who is somebody at the server is for the caller to say (Fetch, "HTTP-redirect fetch").
    return isHttp && !target.username && !target.password ? target : undefined
  } catch {
    return undefined
  }
}

/** One redirect: the request that it answers, and where it leads. */
interface Turn {
  readonly url: string
  readonly init: CallInit
  readonly status: number
  readonly target: URL
}

function methodOf({ method = 'GET' }: CallInit): string {
  return method.toUpperCase()
}

function becomesGet({ status, init }: Turn): boolean {
  return status === 303 && methodOf(init) !== 'HEAD'
}

/** Why a redirect is not followed; undefined where it may be. */
function refusalOf(turn: Turn): string | undefined {
  const { url, init, status, target } = turn
  const [source, method, to] = [new URL(url), methodOf(init), redactUrl(target.href)]
  // Platforms make a GET of it and the answer a success, although nothing was done: the address is wrong, say so.
  if ((status === 301 || status === 302) && method === 'POST') {
    return `a redirect to ${to} that would lose the POST: correct the URL`
  }
  if (source.protocol === 'https:' && target.protocol === 'http:') return `a redirect from https down to ${to}`
  const mayGoElsewhere = becomesGet(turn) || method === 'GET' || method === 'HEAD'
  return target.origin === source.origin || mayGoElsewhere
    ? undefined
    : `a redirect that would repeat the request at another origin, ${to}`
}

/** The request that follows a redirect. */
function turned(turn: Turn): CallInit {
  const { url, init, target } = turn
  const headers = new Headers(init.headers)
  if (becomesGet(turn)) for (const name of bodyHeaders) headers.delete(name)
  const next: CallInit = becomesGet(turn) ? { ...init, method: 'GET', body: null, headers } : { ...init, headers }
  if (target.origin === new URL(url).origin) return next
  return {
    ...next,
    headers: harmlessOf(headers),
    // Gone for good, like the headers: the next redirect may lead back.
    context: { ...init.context, secretQuery: undefined },
    // Cloudflare's workers have no cookies, and refuse the field.
    ...('credentials' in Request.prototype && { credentials: 'omit' })
  }
}

function blocked(make: ErrorFactory, url: string, init: CallInit, what: string): ClientError {
  const call = describeCall(url, init)
  return make({
    code: 'blocked-origin',
    message: `${call.method} ${call.url} was answered with ${what}`,
    ...call
  })
}
