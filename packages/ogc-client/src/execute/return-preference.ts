import { type CallSettings, invalidArgument, isRecord } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import type { ProcessDescription, ProcessRequest } from '../generated/types.ts'
import { speaksVersion2 } from '../http/version.ts'

/** What is wanted of outputs: links (`minimal`), or the values (`representation`). */
export type ReturnPreference = 'minimal' | 'representation'

/** How a preference is said to a server. */
export interface Said {
  /** For the `Prefer` header of version 2.0. */
  readonly prefer?: string
  /** The request with a `transmissionMode` for each output, as version 1.0 wants it. */
  readonly request: unknown
}

/**
 * Says what is wanted of the outputs in the words of the server's version. A server of 1.0 is told by `transmissionMode`,
 * as far as the process offers it; outputs that have one already keep it.
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
  if (!isRecord(request)) return { request } // refused where it is prepared
  const given: ProcessRequest = request
  const transmissionMode = wanted === 'minimal' ? 'reference' : 'value'
  const description = await describe()
  if (!(description?.outputTransmission ?? ['value']).includes(transmissionMode)) return { request }
  const ids = Object.keys(given.outputs ?? description?.outputs ?? {})
  const told = ids.map((id) => [id, { transmissionMode, ...given.outputs?.[id] }])
  return { request: { ...given, outputs: Object.fromEntries(told) } }
}
