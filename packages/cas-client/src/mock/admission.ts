import type { Clock } from '@geoclients/mock-core'
import { rateLimited, unauthorized } from './errors.ts'

const HEADER = 'X-API-Key'
const WINDOW = 60_000

/** Who may send how much. */
export interface Admission {
  /** @throws ServiceFailure 429 where the caller has used up its window, else 401 where its key is none of the service's */
  admit(request: Request): void
  /** Opens a new window for everybody. */
  clear(): void
}

interface Window {
  readonly start: number
  readonly count: number
}

/**
 * Counts the requests of each key, also of a wrong one, in windows of 60 s that begin with a caller's first request. The mock
 * knows no addresses, so all callers without a key are one. `undefined` switches a check off.
 */
export function createAdmission(
  clock: Clock,
  apiKeys: readonly string[] | undefined,
  ratePerMinute: number | undefined
): Admission {
  const windows = new Map<string, Window>()

  function count(caller: string, limit: number): void {
    const now = clock.now()
    const window = windows.get(caller)
    if (window === undefined || now - window.start >= WINDOW) {
      windows.set(caller, { start: now, count: 1 })
      return
    }
    // Rounded down like the service's: who waits exactly so long may come up to a second early.
    if (window.count >= limit) throw rateLimited(Math.max(1, Math.floor((WINDOW - (now - window.start)) / 1000)))
    windows.set(caller, { ...window, count: window.count + 1 })
  }

  return {
    admit(request) {
      const key = request.headers.get(HEADER) ?? ''
      if (ratePerMinute !== undefined) count(key, ratePerMinute)
      if (apiKeys !== undefined && !apiKeys.includes(key)) throw unauthorized()
    },
    clear: () => windows.clear()
  }
}
