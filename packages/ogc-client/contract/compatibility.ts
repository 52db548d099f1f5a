import type { Compatibility } from '@geoclients/contract-core'
import { areas, version2Areas } from './features/areas.ts'
import { strict } from './targets/mock.ts'
import { pygeoapi } from './targets/pygeoapi.ts'
import { pygeoapiWithoutManager } from './targets/pygeoapi-without-manager.ts'
import { version2 } from './targets/version-2.ts'
import { wraptile } from './targets/wraptile.ts'

/** Its parts of docs/compatibility.md: a new target is a column more. Version 2.0 has features that no server of interop has. */
export const compatibility: readonly Compatibility[] = [
  {
    title: 'OGC API - Processes',
    areas,
    servers: [strict, version2, wraptile, pygeoapi, pygeoapiWithoutManager]
  },
  { title: 'Version 2.0, Parts 2 and 4', areas: version2Areas, servers: [{ ...version2, features: {} }] }
]
