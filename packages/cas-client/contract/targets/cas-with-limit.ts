import type { Deviations } from '@geoclients/contract-core'
import type { CasContext } from '../context.ts'

/** With `CAS_AUTH_ENABLED` and `CAS_RATE_LIMIT_ENABLED`: all that the service can do. */
export const casWithLimit: Deviations<CasContext> = {
  name: 'CAS 0.4.0 with keys and rate limit',
  features: {},
  answers: []
}
