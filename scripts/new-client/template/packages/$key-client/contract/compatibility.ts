import type { Compatibility } from '@geoclients/contract-core'
import { areas } from './features/areas.ts'
import { mock } from './targets/mock.ts'

/** The part of this client in docs/compatibility.md. Each target adds a column. */
export const compatibility: Compatibility = { title: '$title', areas, servers: [mock] }
