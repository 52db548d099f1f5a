import type { Subscriber } from '@geoclients/ogc-client'

/** The callbacks of one job. */
export interface Subscription {
  /** What the execution request says of them. */
  readonly subscriber: Required<Subscriber>
  /** Resolves at the next callback, at once where one came since the last time, or as soon as `otherwise` does. */
  next(otherwise: Promise<void>): Promise<void>
  /** From now on its addresses are unknown. */
  end(): void
}

export interface CallbackReceiver {
  /** Answers a callback of the server: 204, or 404 where it belongs to nobody. Any server of yours can mount it. */
  handle(request: Pick<Request, 'method' | 'url'>): Response
  subscribe(): Subscription
}

interface Waiter {
  /** Whether a callback came that nobody has seen yet. */
  isPending: boolean
  wake: (() => void) | undefined
}

/**
 * Receives the callbacks of OGC API - Processes (18-062r2, 12: successUri, inProgressUri, failedUri) below `publicUrl`,
 * which the server of the processes must be able to reach.
 *
 * A callback is a hint and nothing more: what it brings is not read. Anybody may send one, it may come twice, out of order
 * or never, and servers disagree on what is in it. That a job is over, and what came of it, is asked of the server itself,
 * over the client's own connection. Each job has an address that cannot be guessed, so that strangers cannot even cause polls.
 */
export function createCallbackReceiver(publicUrl: string): CallbackReceiver {
  const waiters = new Map<string, Waiter>()

  return {
    handle({ method, url }) {
      const waiter = waiters.get(new URL(url).pathname.split('/').at(-1) ?? '')
      if (!waiter) return new Response(null, { status: 404 })
      if (method !== 'POST') return new Response(null, { status: 405, headers: { Allow: 'POST' } })
      waiter.isPending = true
      waiter.wake?.()
      return new Response(null, { status: 204 })
    },
    subscribe() {
      const token = crypto.randomUUID()
      const waiter: Waiter = { isPending: false, wake: undefined }
      waiters.set(token, waiter)
      const uri = `${publicUrl.replace(/\/+$/, '')}/${token}`
      return {
        subscriber: { successUri: uri, inProgressUri: uri, failedUri: uri },
        async next(otherwise) {
          if (!waiter.isPending) {
            const callback = new Promise<void>((resolve) => {
              waiter.wake = resolve
            })
            await Promise.race([callback, otherwise])
            waiter.wake = undefined
          }
          waiter.isPending = false
        },
        end: () => void waiters.delete(token)
      }
    }
  }
}
