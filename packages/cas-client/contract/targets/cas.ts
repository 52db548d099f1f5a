import type { Deviations } from '@geoclients/contract-core'
import type { CasContext } from '../context.ts'
import { withoutKeys, withoutLimit } from './set-ups.ts'

/** As it starts when it is told nothing. */
export const cas: Deviations<CasContext> = {
  name: 'CAS 0.4.0',
  features: { ...withoutKeys, ...withoutLimit },
  answers: []
}
