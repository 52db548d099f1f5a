import type { Subscriber } from '@geoclients/ogc-client'

/** The callbacks of one job. */
export interface Subscription {
  /** The member `subscriber` of the execution request. */
  readonly subscriber: Required<Subscriber>
  /**
   * Resolves at the next callback, or when `otherwise` does. Resolves immediately if a callback has arrived since the last call.
   */
  next(otherwise: Promise<void>): Promise<void>
  /** Stops accepting callbacks at the addresses of this job. */
  end(): void
}

export interface CallbackReceiver {
  /** Responds to a callback of the server: 204, or 404 if it belongs to no job. Any server of yours can mount it. */
  handle(request: Pick<Request, 'method' | 'url'>): Response
  subscribe(): Subscription
}

interface Waiter {
  /** Whether a callback has arrived that `next` has not reported yet. */
  isPending: boolean
  wake: (() => void) | undefined
}

/**
 * Receives the callbacks of OGC API - Processes (18-062r2, 12: successUri, inProgressUri, failedUri) below `publicUrl`, which the
 * server of the processes must be able to reach.
 *
 * A callback is only a hint, so its body is not read. Anybody may send one. It may arrive twice, out of order or never, and
 * servers send different bodies. So the state and the results of the job are requested from the server itself, with the client's
 * own connection. Each job has an address that nobody can guess, so that strangers cannot even cause polls.
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
