import { bearerAuth, createCore, warnOnce } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { describeFailure } from '../errors/describe-failure.ts'
import { makeOgcError } from '../errors/ogc-error.ts'
import { requestRules } from '../generated/operations.ts'
import type { paths } from '../generated/types.ts'
import { Descriptions } from '../http/description-cache.ts'
import type { JobContext } from '../job/job-context.ts'
import { onDemand } from '../on-demand/load.ts'
import { defaultLifetime, type OgcClientOptions, ownOptions } from './options.ts'

const defaultTimeout = 60_000

/** Checks the options and builds the core of a client. */
function createOgcCore(options: OgcClientOptions): OgcCore {
  const core = createCore<paths>(options, {
    ...{ error: makeOgcError, describe: describeFailure, rules: requestRules, onDemand },
    ...{ options: ownOptions, auth: () => bearerAuth(options, makeOgcError), timeout: defaultTimeout }
  })
  const tell = warnOnce(options.onWarning ?? ((message) => globalThis.console?.warn(message)))
  const warn: OgcCore['warn'] = (kind, message) => tell(kind, core.tellable(message))
  return { ...core, warn }
}

/** The context that all jobs of a client share. */
export function createContext(options: OgcClientOptions): JobContext {
  const core = createOgcCore(options)
  const descriptions = new Descriptions(core, options.descriptionLifetime ?? defaultLifetime)
  return { core, descriptions, rest: onDemand }
}
