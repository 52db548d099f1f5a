import { type CallSettings, sideRequest } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { getConformance } from './discovery.ts'
import { orElse } from './or-else.ts'

const version2 = /\/ogcapi-processes-1\/2\.0\//

/** Whether each client's server is known to use version 2.0. */
const known = /* @__PURE__ */ new WeakMap<OgcCore, boolean>()

/** Whether a server declares version 2.0. Requested once, and again if the request failed. */
export async function speaksVersion2(core: OgcCore, settings: CallSettings): Promise<boolean> {
  const told = known.get(core)
  if (told !== undefined) return told
  const declared = await orElse(getConformance(core, sideRequest(settings)), undefined)
  const speaks = declared?.conformsTo.some((uri) => version2.test(uri)) ?? false
  if (declared) known.set(core, speaks)
  return speaks
}
