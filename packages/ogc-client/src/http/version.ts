import type { CallSettings } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { getConformance } from './discovery.ts'
import { orElse, sideRequest } from './follow-up-options.ts'

const version2 = /\/ogcapi-processes-1\/2\.0\//

/** What is known of each client's server. */
const known = /* @__PURE__ */ new WeakMap<OgcCore, boolean>()

/** Whether a server says that it speaks version 2.0; asked once, and again where it did not answer. */
export async function speaksVersion2(core: OgcCore, settings: CallSettings): Promise<boolean> {
  const told = known.get(core)
  if (told !== undefined) return told
  const declared = await orElse(getConformance(core, sideRequest(settings)), undefined)
  const speaks = declared?.conformsTo.some((uri) => version2.test(uri)) ?? false
  if (declared) known.set(core, speaks)
  return speaks
}
