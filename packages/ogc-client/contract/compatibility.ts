import type { Compatibility } from '@geoclients/contract-core'
import { areas } from './features/areas.ts'
import { strict } from './targets/mock.ts'
import { pygeoapi } from './targets/pygeoapi.ts'
import { pygeoapiWithoutManager } from './targets/pygeoapi-without-manager.ts'
import { wraptile } from './targets/wraptile.ts'

/** Its part of docs/compatibility.md: a new target is a column more. */
export const compatibility: Compatibility = {
  title: 'OGC API - Processes',
  areas,
  servers: [strict, wraptile, pygeoapi, pygeoapiWithoutManager]
}
