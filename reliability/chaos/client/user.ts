import { CasClient } from '@geoclients/cas-client'
import { OgcClient } from '@geoclients/ogc-client'
import { type CountedSignal, countedSignal } from '../../../packages/client-core/src/testing/counted-signal.ts'
import { pass, type ScaledClock } from '../scaled-clock.ts'
import type { Scenario } from '../scenario.ts'
import { type Credentials, credentialsFor } from './secrets.ts'

/** Time limits of a call and a wait, in milliseconds of the scenario. */
export const limits = { timeout: 40_000, waitTimeout: 120_000 } as const

/** The clients of one scenario, with their warnings. */
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

/** The signal of one action, which counts its listeners. */
export function callerSignal(clock: ScaledClock, abortAfter: number | undefined): CountedSignal {
  const counted = countedSignal()
  if (abortAfter !== undefined) void pass(clock, abortAfter).then(() => counted.abort(new Error('the user left')))
  return counted
}
