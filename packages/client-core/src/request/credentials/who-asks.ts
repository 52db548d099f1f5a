import { raceAbort } from '../../utils/abort-signals.ts'
import { type Clock, startTimer } from '../../utils/clock.ts'
import { type Auth, readCredentials } from './read-credentials.ts'

/**
 * Distinguishes the users of one client: two calls with the same key have the same credentials. It never rejects. If `auth`
 * fails or takes long, the call gets a unique key, so it shares nothing.
 */
export type WhoAsks = (signal?: AbortSignal) => Promise<string>

/** How long a call that could share a response waits for `auth`, because a login may take minutes. */
const patience = 1_000

export function createWhoAsks(auth: Auth, origin: string, clock: Clock, closed: AbortSignal): WhoAsks {
  let strangers = 0
  return async (signal = closed) => {
    const late = new AbortController()
    const cancel = startTimer(clock, patience, () => late.abort())
    try {
      // It gets the caller's signal: a slow `auth` is not aborted, because the call itself still waits for it.
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
