import { isCasError } from '@geoclients/cas-client'
import { isOgcError } from '@geoclients/ogc-client'
import { worked } from '../../packages/client-core/src/testing/growth.ts'
import { calls, tick, timeout } from './calls.ts'

/** The result of a call. */
export interface Trial {
  /** `ok`, or the code of the error. */
  readonly outcome: string
  /** Longest time in milliseconds during which nothing else could run. */
  readonly longestBlock: number
  /** Milliseconds of work after the call's timeout. */
  readonly overtime: number
}

/** Makes the calls one after the other, next to other work, as a page would. `keys` are their numbers. */
export async function runCases(
  serverUrl: string,
  run: string,
  keys: readonly string[]
): Promise<Record<string, Trial>> {
  const trials: Record<string, Trial> = {}
  for (const [i, call] of calls.entries()) {
    if (keys.includes(String(i))) trials[i] = await trial(() => call.run(`${serverUrl}/${run}/${i}`))
  }
  return trials
}

async function trial(work: () => Promise<unknown>): Promise<Trial> {
  const start = performance.now()
  let last = worked()
  let longest = 0
  let inTime = last
  const look = (): void => {
    const now = worked()
    longest = Math.max(longest, now - last - tick)
    last = now
    if (performance.now() < start + timeout) inTime = now
  }
  const ticker = setInterval(look, tick)
  try {
    const outcome = await work().then(() => 'ok', describe)
    const isLate = performance.now() > start + timeout
    const overtime = isLate ? worked() - inTime : 0
    // What was blocked until now shows at the next tick.
    await new Promise((done) => setTimeout(done, tick))
    look()
    return { outcome, longestBlock: Math.round(longest), overtime: Math.round(overtime) }
  } finally {
    clearInterval(ticker)
  }
}

function describe(error: unknown): string {
  if (isOgcError(error) || isCasError(error)) return error.code
  return `no error of ours: ${error}`
}
