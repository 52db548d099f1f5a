import type { Compatibility } from '@geoclients/contract-core'
import { areas } from './features/areas.ts'
import { mock } from './targets/mock.ts'
import { pygeoapi } from './targets/pygeoapi.ts'

/** The part of this client in docs/compatibility.md. Each target adds a column. */
export const compatibility: Compatibility = { title: 'OGC API - Features', areas, servers: [mock, pygeoapi] }
