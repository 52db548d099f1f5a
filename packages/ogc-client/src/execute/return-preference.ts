import { type CallSettings, invalidArgument, isRecord } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import type { ProcessDescription, ProcessRequest } from '../generated/types.ts'
import { speaksVersion2 } from '../http/version.ts'

/** How outputs should be returned: as links (`minimal`) or as values (`representation`). */
export type ReturnPreference = 'minimal' | 'representation'

/** A preference as a server expects it. */
export interface Said {
  /** For the `Prefer` header of version 2.0. */
  readonly prefer?: string
  /** The request with a `transmissionMode` for each output, as in version 1.0. */
  readonly request: unknown
}

/**
 * Expresses the preference for outputs as the server's version expects. For version 1.0 this is `transmissionMode`, if the
 * process supports it; outputs that already have one keep it.
 */
export async function sayReturn(
  core: OgcCore,
  wanted: ReturnPreference,
  request: unknown,
  describe: () => Promise<ProcessDescription | undefined>,
  settings: CallSettings
): Promise<Said> {
  if (wanted !== 'minimal' && wanted !== 'representation') {
    throw invalidArgument(core.error, 'return', wanted, '"minimal" or "representation"')
  }
  if (await speaksVersion2(core, settings)) return { prefer: `return=${wanted}`, request }
  if (!isRecord(request)) return { request } // `prepareRequest` refuses it
  const given: ProcessRequest = request
  const transmissionMode = wanted === 'minimal' ? 'reference' : 'value'
  const description = await describe()
  if (!(description?.outputTransmission ?? ['value']).includes(transmissionMode)) return { request }
  const ids = Object.keys(given.outputs ?? description?.outputs ?? {})
  const told = ids.map((id) => [id, { transmissionMode, ...given.outputs?.[id] }])
  return { request: { ...given, outputs: Object.fromEntries(told) } }
}
