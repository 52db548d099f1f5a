import { type PartLoader, partLoader } from '@geoclients/client-core'
import type { OnDemand } from './all.ts'

/** Loads the part of this package that only some calls need: a bundler gives it a file of its own. */
export const onDemand: PartLoader<OnDemand> = /* @__PURE__ */ partLoader(() => import('./all.ts'))
