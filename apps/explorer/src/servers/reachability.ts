import { isLoopback } from '@geoclients/client-core'
import { isClientError } from '@geoclients/ogc-client'

/** Why a server could not be reached, as far as a browser lets us find out. */
export interface Reason {
  readonly kind: 'offline' | 'cors' | 'down' | 'mixed'
  readonly host: string
}

/**
 * Tells a server that forbids this page from one that is down: for the first, a `no-cors` request succeeds, although its
 * response cannot be read. Undefined for other errors.
 */
export async function findReason(error: unknown, signal: AbortSignal): Promise<Reason | undefined> {
  if (!isClientError(error) || error.code !== 'network') return undefined
  const url = /https?:\/\/[^\s,]+/.exec(error.message)?.[0]
  const target = url && URL.parse(url)
  if (!target) return undefined
  const { host, protocol, origin } = target
  if (!navigator.onLine) return { kind: 'offline', host }
  if (location.protocol === 'https:' && protocol === 'http:' && !isLoopback(target)) return { kind: 'mixed', host }
  if (origin === location.origin) return { kind: 'down', host }
  const limit = AbortSignal.any([signal, AbortSignal.timeout(10_000)])
  const answers = await fetch(target, { mode: 'no-cors', credentials: 'omit', signal: limit }).then(
    () => true,
    () => false
  )
  return { kind: answers ? 'cors' : 'down', host }
}
