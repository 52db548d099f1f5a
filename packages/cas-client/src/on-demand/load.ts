import { type Part, partOf } from '@geoclients/client-core'
import type { OnDemand } from './all.ts'

/** The part of this package that only some calls need: a bundler gives it a file of its own. */
export const onDemand: Part<OnDemand> = /* @__PURE__ */ partOf(() => import('./all.ts'))
