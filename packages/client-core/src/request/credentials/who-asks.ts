import { raceAbort } from '../../utils/abort-signals.ts'
import { type Clock, startTimer } from '../../utils/clock.ts'
import { type Auth, readCredentials } from './read-credentials.ts'

/**
 * Tells those apart who ask through one client: two calls with the same word get the same credentials. Never rejects:
 * where `auth` fails or takes long, each call has a word of its own, so that it shares nothing.
 */
export type WhoAsks = (signal?: AbortSignal) => Promise<string>

/** How long an answer that could be shared waits for `auth`; a login may take minutes. */
const patience = 1_000

export function createWhoAsks(auth: Auth, origin: string, clock: Clock, closed: AbortSignal): WhoAsks {
  let strangers = 0
  return async (signal = closed) => {
    const late = new AbortController()
    const cancel = startTimer(clock, patience, () => late.abort())
    try {
      // The signal is the caller's: who is merely too slow is not aborted, the call itself waits for it.
      const asked = (async () => auth({ origin, signal }))()
      const { headers, query } = readCredentials(await raceAbort(asked, late.signal))
      return JSON.stringify([headers, query])
    } catch {
      return `stranger ${++strangers}`
    } finally {
      cancel()
    }
  }
}
