import type { ErrorFactory } from '../../errors/client-error.ts'
import { requestError } from '../../errors/request-error.ts'
import type { Outgoing, Reply } from '../../types/call.ts'
import { redactUrl } from '../../utils/redact-url.ts'
import { resolveLink } from '../../utils/resolve-url.ts'
import { isRead } from '../operation/methods.ts'
import { harmlessOf, withoutCookies } from './safe-headers.ts'

const maxHops = 10
/** The headers that describe a body: a request that loses its body loses them too. */
const bodyHeaders = ['content-encoding', 'content-language', 'content-length', 'content-location', 'content-type']

/** The request that an answer leads on to, after so many hops; refuses what must not be sent there. */
export function nextHop(request: Outgoing, reply: Reply, hop: number, make: ErrorFactory): Outgoing {
  const { response, status, headers } = reply
  const isHidden = response.type === 'opaqueredirect'
  const target = isHidden ? undefined : readTarget(headers.get('Location') ?? '', request.url)
  const refusal = isHidden
    ? 'a redirect whose target this platform hides'
    : hop >= maxHops
      ? `more than ${maxHops} redirects`
      : refusalOf(request, status, target)
  if (refusal || !target) throw requestError(make, 'blocked-origin', request, ` returned ${refusal}`)
  return turned(request, status, target)
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
  if (source.protocol === 'https:' && target.protocol === 'http:') return `a redirect from https to plain http, ${to}`
  const mayGoElsewhere = becomesGet(request, status) || isRead(request.method)
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
