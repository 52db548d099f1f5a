import { createCore } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { describeFailure } from '../errors/describe-failure.ts'
import { makeOgcError } from '../errors/ogc-error.ts'
import { safety } from '../generated/safety.ts'
import type { paths } from '../generated/types.ts'
import { warnOnce } from '../utils/warn-once.ts'
import { authOf, type OgcClientOptions, ownOptions } from './options.ts'

const defaultTimeout = 60_000

/** Checks the options and builds what a client works with. */
export function createOgcCore(options: OgcClientOptions): OgcCore {
  const core = createCore<paths>(options, {
    ...{ error: makeOgcError, describe: describeFailure, safe: safety },
    ...{ options: ownOptions, auth: authOf(options), timeout: defaultTimeout }
  })
  const tell = warnOnce(options.onWarning ?? ((message) => globalThis.console?.warn(message)))
  return { ...core, warn: (kind, message) => tell(kind, core.tellable(message)) }
}
