import type { Compatibility } from '@geoclients/contract-core'
import { areas } from './features/areas.ts'
import { mock } from './targets/mock.ts'
import { pygeoapi } from './targets/pygeoapi.ts'

/** Its part of docs/compatibility.md: a new target is a column more. */
export const compatibility: Compatibility = { title: 'OGC API - Features', areas, servers: [mock, pygeoapi] }
