import { type ClientCore, createCore, type Received, type Reply, readJson } from '@geoclients/client-core'
import { describeFailure } from '../errors/describe-failure.ts'
import { makeOgcError } from '../errors/ogc-error.ts'
import { safety } from '../generated/safety.ts'
import type { paths } from '../generated/types.ts'
import { isKnownStatus } from '../parse/job-status.ts'
import type { JobInfo } from '../types/wire.ts'
import { cut } from '../utils/one-line.ts'
import { type WarningKind, warnOnce } from '../utils/warn-once.ts'
import { authOf, checkOptions, type OgcClientOptions, ownOptions } from './options.ts'

/** What the functions behind an `OgcClient` are given: its way to the server, and who is told of what is odd. */
export interface OgcCore extends ClientCore<paths> {
  /** Tells of what is odd but no failure, once for each message. */
  readonly warn: (kind: WarningKind, message: string) => void
}

const defaultTimeout = 60_000
const longestWarning = 1_000

/** Checks the options and builds what a client works with. */
export function createOgcCore(options: OgcClientOptions): OgcCore {
  checkOptions(options)
  const core = createCore<paths>(options, {
    ...{ error: makeOgcError, describe: describeFailure, safe: safety },
    ...{ options: ownOptions, auth: authOf(options), timeout: defaultTimeout }
  })
  const tell = warnOnce(options.onWarning ?? ((message) => globalThis.console?.warn(message)))
  // It may quote the server, whose words have no end.
  return { ...core, warn: (kind, message) => tell(kind, cut(core.redact(message), longestWarning)) }
}

/** A parsed answer, for the readers. */
export function received(response: Reply, { error, warn }: OgcCore): Received {
  return { body: readJson(response, error), response, error, warn: (message) => warn('left out', message) }
}

/** Tells of a state that nobody knows. */
export function noteStatus({ status }: JobInfo, { warn }: OgcCore): void {
  if (!isKnownStatus(status)) warn('job status', `unknown job status ${JSON.stringify(status)} is treated as running`)
}
