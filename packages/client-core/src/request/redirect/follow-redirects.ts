import type { ErrorFactory } from '../../errors/client-error.ts'
import { onDemand } from '../../on-demand/load.ts'
import type { Layer, Outgoing } from '../../types/call.ts'
import { isRead } from '../operation/methods.ts'
import { isHarmless } from './safe-headers.ts'

export interface RedirectOptions {
  readonly error: ErrorFactory
  /** Whether the platform shows redirects. Browsers do not. */
  readonly visible: boolean
  readonly allowPrivateAddresses?: boolean | undefined
}

/**
 * Follows redirects itself, to keep credentials at their origin. Only GET and HEAD are redirected to another origin, without
 * credentials, and never from https to http.
 */
export function redirects({ error: make, visible, allowPrivateAddresses = true }: RedirectOptions): Layer {
  return (next) => async (first, call) => {
    if (first.redirect === 'error' || first.redirect === 'manual') return next(first, call)
    if (!visible) {
      const mayFollow = allowPrivateAddresses && isRead(first.method) && !mayHoldSecret(first)
      return next({ ...first, redirect: mayFollow ? 'follow' : 'error' }, call)
    }

    let request: Outgoing = { ...first, redirect: 'manual', followsRedirects: true }
    for (let hop = 0; ; hop++) {
      const reply = await next(request, call)
      const { response } = reply
      if (response.type !== 'opaqueredirect' && !reply.leadsOn) {
        if (hop > 0) Object.defineProperty(response, 'redirected', { value: true, configurable: true })
        return reply
      }
      request = (onDemand.there ?? (await call.within(() => onDemand.load(make)))).nextHop(request, reply, hop, make)
    }
  }
}

/** Whether a browser's redirect could leak a secret: in a header other than `Authorization`, or in a query that the server copies. */
function mayHoldSecret({ headers, secretQuery }: Outgoing): boolean {
  return Boolean(secretQuery) || Object.keys(headers).some((name) => name !== 'authorization' && !isHarmless(name))
}

/** Whether this platform lets a program see and follow redirects itself. Browsers, and only they, call themselves Mozilla. */
export function redirectsAreVisible(): boolean {
  return !globalThis.navigator?.userAgent?.startsWith('Mozilla/')
}
