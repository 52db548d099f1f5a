import { isClientError } from '@geoclients/ogc-client'

/** Why a server could not be reached, as far as a browser lets us find out. */
export interface Reason {
  readonly kind: 'offline' | 'cors' | 'down' | 'mixed'
  readonly host: string
}

/**
 * Tells a server that forbids this page from one that is down: the browser shows a page no answer of the first, yet says
 * that there was one. Undefined for other errors.
 */
export async function findReason(error: unknown, signal: AbortSignal): Promise<Reason | undefined> {
  if (!isClientError(error) || error.code !== 'network') return undefined
  const url = /https?:\/\/[^\s,]+/.exec(error.message)?.[0]
  const target = url && URL.parse(url)
  if (!target) return undefined
  const { host, protocol, origin } = target
  if (!navigator.onLine) return { kind: 'offline', host }
  if (location.protocol === 'https:' && protocol === 'http:' && !/^(localhost|127\.)/.test(host))
    return { kind: 'mixed', host }
  if (origin === location.origin) return { kind: 'down', host }
  const limit = AbortSignal.any([signal, AbortSignal.timeout(10_000)])
  const answers = await fetch(target, { mode: 'no-cors', credentials: 'omit', signal: limit }).then(
    () => true,
    () => false
  )
  return { kind: answers ? 'cors' : 'down', host }
}
