import { type Clock, sleep } from '@geoclients/client-core'
import { isOgcError } from '../errors/ogc-error.ts'

/** How long a server may take until all of it knows what a part of it has said, in ms. */
export const settling = 10_000
const firstPause = 250

/** Whether a server does not know a job: just after its start another worker may not have heard of it. */
export function isNotThere(error: unknown): boolean {
  return isOgcError(error) && error.code === 'http-status' && error.status === 404
}

interface Patience {
  readonly clock: Clock
  /** When the wait is over. */
  readonly end: number
  readonly signal: AbortSignal
}

/** Results that a server says are not ready, though the job is successful: asked for again for some seconds. */
export async function whenReady<T>(get: () => Promise<T>, { clock, end, signal }: Patience): Promise<T> {
  const last = Math.min(end, clock.now() + settling)
  for (let pause = firstPause; ; pause *= 2) {
    try {
      return await get()
    } catch (error) {
      const isEarly = isOgcError(error) && error.exception === 'result-not-ready'
      if (!isEarly || signal.aborted || clock.now() + pause > last) throw error
      // What an abort ends tells so itself when it is asked once more.
      await sleep(clock, pause, signal).catch(() => {})
    }
  }
}
