import { type Clock, sleep } from '@geoclients/client-core'
import { isOgcError } from '../errors/ogc-error.ts'

/** How long a server may take until all its workers have the same state, in ms. */
export const settling = 10_000
const firstPause = 250

/** Whether a server does not know a job. Just after the start, another worker may not know it yet. */
export function isNotThere(error: unknown): boolean {
  return isOgcError(error) && error.status === 404
}

interface Patience {
  readonly clock: Clock
  /** When the wait ends. */
  readonly end: number
  readonly signal: AbortSignal
}

/** Repeats a request for results for some seconds if a server says that they are not ready although the job is successful. */
export async function whenReady<T>(get: () => Promise<T>, { clock, end, signal }: Patience): Promise<T> {
  const last = Math.min(end, clock.now() + settling)
  for (let pause = firstPause; ; pause *= 2) {
    try {
      return await get()
    } catch (error) {
      const isEarly = isOgcError(error) && error.exception === 'result-not-ready'
      if (!isEarly || clock.now() + pause > last) throw error
      // If it was aborted, the next request rejects with the reason.
      await sleep(clock, pause, signal).catch(() => {})
    }
  }
}
