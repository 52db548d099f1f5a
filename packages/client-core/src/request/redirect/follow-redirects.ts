import type { ErrorFactory } from '../../errors/client-error.ts'
import { requestError } from '../../errors/request-error.ts'
import type { Layer, Outgoing } from '../../types/call.ts'
import { redactUrl } from '../../utils/redact-url.ts'
import { resolveLink } from '../../utils/resolve-url.ts'
import { harmlessOf, isHarmless, withoutCookies } from './safe-headers.ts'

export interface RedirectOptions {
  readonly error: ErrorFactory
  /** Whether the platform shows redirects. Browsers do not. */
  readonly visible: boolean
  readonly allowPrivateAddresses?: boolean | undefined
}

const maxHops = 10
const redirectStatus = /* @__PURE__ */ new Set([301, 302, 303, 307, 308])
/** The headers that describe a body: a request that loses its body loses them too. */
const bodyHeaders = ['content-encoding', 'content-language', 'content-length', 'content-location', 'content-type']

/** Whether an answer leads to another address. */
export function isRedirect({ status, headers }: Pick<Response, 'status' | 'headers'>): boolean {
  return redirectStatus.has(status) && Boolean(headers.get('Location'))
}

/**
 * Follows redirects itself, to keep credentials at their origin. Only GET and HEAD are redirected to another origin, without
 * credentials, and never from https to http.
 */
export function redirects({ error: make, visible, allowPrivateAddresses = true }: RedirectOptions): Layer {
  return (next) => async (first, call) => {
    if (first.redirect === 'error' || first.redirect === 'manual') return next(first, call)
    if (!visible) {
      const mayFollow = allowPrivateAddresses && isRead(first) && !mayHoldSecret(first)
      return next({ ...first, redirect: mayFollow ? 'follow' : 'error' }, call)
    }

    let request: Outgoing = { ...first, redirect: 'manual', followsRedirects: true }
    for (let hop = 0; ; hop++) {
      const reply = await next(request, call)
      const { response, status, headers } = reply
      const isHidden = response.type === 'opaqueredirect'
      if (!isHidden && !isRedirect(reply)) {
        if (hop > 0) Object.defineProperty(response, 'redirected', { value: true, configurable: true })
        return reply
      }
      const target = isHidden ? undefined : readTarget(headers.get('Location') ?? '', request.url)
      const refusal = isHidden
        ? 'a redirect whose target this platform hides'
        : hop >= maxHops
          ? `more than ${maxHops} redirects`
          : refusalOf(request, status, target)
      if (refusal || !target) throw requestError(make, 'blocked-origin', request, ` returned ${refusal}`)
      request = turned(request, status, target)
    }
  }
}

/** Whether a browser's redirect could leak a secret: in a header other than `Authorization`, or in a query that the server copies. */
function mayHoldSecret({ headers, secretQuery }: Outgoing): boolean {
  return Boolean(secretQuery) || Object.keys(headers).some((name) => name !== 'authorization' && !isHarmless(name))
}

/** Whether a request changes nothing: any other would be repeated elsewhere, with its body, by a 307 that nobody sees. */
function isRead({ method }: Outgoing): boolean {
  return method === 'GET' || method === 'HEAD'
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

function becomesGet({ method }: Outgoing, status: number): boolean {
  return status === 303 && method !== 'HEAD'
}

/** Why a redirect is not followed; undefined where it may be. */
function refusalOf(request: Outgoing, status: number, target: URL | undefined): string | undefined {
  if (!target) return 'a redirect to something that is not an http(s) URL, or that contains a user or password'
  const [source, to] = [new URL(request.url), redactUrl(target.href)]
  // Platforms make a GET of it and the answer a success, although nothing was done: the address is wrong, say so.
  if ((status === 301 || status === 302) && request.method === 'POST') {
    return `a redirect to ${to} that would lose the POST: correct the URL`
  }
  if (source.protocol === 'https:' && target.protocol === 'http:') return `a redirect from https down to ${to}`
  const mayGoElsewhere = becomesGet(request, status) || isRead(request)
  return target.origin === source.origin || mayGoElsewhere
    ? undefined
    : `a redirect that would repeat the request at another origin, ${to}`
}

/** The request that follows a redirect. */
function turned(request: Outgoing, status: number, target: URL): Outgoing {
  const kept = Object.entries(request.headers).filter(([name]) => !bodyHeaders.includes(name))
  const next: Outgoing = {
    ...request,
    url: target.href,
    isOwn: false,
    ...(becomesGet(request, status) && { method: 'GET', body: null, headers: Object.fromEntries(kept) })
  }
  if (target.origin === new URL(request.url).origin) return next
  return {
    ...next,
    headers: harmlessOf(next.headers),
    linked: true,
    // Gone for good, like the headers: the next redirect may lead back.
    secretQuery: undefined,
    credentials: withoutCookies()
  }
}
