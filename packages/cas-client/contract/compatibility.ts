import type { Compatibility } from '@geoclients/contract-core'
import { areas } from './features/areas.ts'
import { cas } from './targets/cas.ts'
import { casWithKeys } from './targets/cas-with-keys.ts'
import { casWithLimit } from './targets/cas-with-limit.ts'
import { mock } from './targets/mock.ts'

/** Its part of docs/compatibility.md: a new target is a column more. */
export const compatibility: Compatibility = {
  title: 'Community Attribute Service',
  areas,
  servers: [mock, cas, casWithKeys, casWithLimit]
}
