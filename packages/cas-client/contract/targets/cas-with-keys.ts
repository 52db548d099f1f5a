import type { Deviations } from '@geoclients/contract-core'
import type { CasContext } from '../context.ts'
import { withoutLimitBehindKeys } from './set-ups.ts'

/** With `CAS_AUTH_ENABLED`. */
export const casWithKeys: Deviations<CasContext> = {
  name: 'CAS 0.4.0 with keys',
  features: withoutLimitBehindKeys,
  answers: []
}
