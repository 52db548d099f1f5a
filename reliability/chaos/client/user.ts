import { CasClient } from '@geoclients/cas-client'
import { OgcClient } from '@geoclients/ogc-client'
import { pass, type ScaledClock } from '../scaled-clock.ts'
import type { Scenario } from '../scenario.ts'
import { type Credentials, credentialsFor } from './secrets.ts'

/** Bounds of a call and of a wait, in milliseconds of the scenario. */
export const limits = { timeout: 40_000, waitTimeout: 120_000 } as const

/** The clients of one scenario, with all that they said beside their answers. */
export interface Clients {
  readonly ogc: OgcClient
  readonly cas: CasClient
  readonly clock: ScaledClock
  readonly credentials: Credentials
  readonly warnings: string[]
}

export function createClients(scenario: Scenario, url: string, clock: ScaledClock): Clients {
  const credentials = credentialsFor[scenario.signIn]()
  const warnings: string[] = []
  const options = { clock, timeout: limits.timeout, ...(credentials.auth && { auth: credentials.auth }) }
  return {
    ogc: new OgcClient({ ...options, baseUrl: `${url}/ogc`, onWarning: (message) => void warnings.push(message) }),
    cas: new CasClient({ ...options, baseUrl: `${url}/cas` }),
    ...{ clock, credentials, warnings }
  }
}

/** The signal of one user's action, and whether anything still listens to it. */
export interface CallerSignal {
  readonly signal: AbortSignal
  readonly listeners: () => number
}

export function callerSignal(clock: ScaledClock, abortAfter: number | undefined): CallerSignal {
  const controller = new AbortController()
  const { signal } = controller
  const listeners = new Set<unknown>()
  const { addEventListener, removeEventListener } = signal
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    listeners.add(args[1])
    addEventListener.apply(signal, args)
  }
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    listeners.delete(args[1])
    removeEventListener.apply(signal, args)
  }
  if (abortAfter !== undefined) void pass(clock, abortAfter).then(() => controller.abort(new Error('the user left')))
  return { signal, listeners: () => (signal.aborted ? 0 : listeners.size) }
}
