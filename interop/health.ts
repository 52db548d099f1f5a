import { setTimeout as sleep } from 'node:timers/promises'

const INTERVAL_MS = 100
const TRY_MS = 2_000

/**
 * Requests `url` until it returns a 2xx status, or `signal` aborts.
 *
 * @returns nothing once healthy, otherwise what the last try gave, for an error message.
 */
export async function untilHealthy(url: string, signal: AbortSignal): Promise<string | undefined> {
  let last = 'no answer'
  while (!signal.aborted) {
    try {
      const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(TRY_MS)]) })
      await response.body?.cancel()
      if (response.ok) return undefined
      last = `status ${response.status}`
    } catch (error) {
      if (!signal.aborted) last = text(error)
    }
    await sleep(INTERVAL_MS, undefined, { signal }).catch(() => {})
  }
  return last
}

function text(error: unknown): string {
  const { message, cause } = error as Error
  return cause instanceof Error ? `${message}: ${cause.message}` : message
}
