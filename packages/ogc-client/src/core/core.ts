import { type ClientCore, type Received, type Reply, readJson } from '@geoclients/client-core'
import type { paths } from '../generated/types.ts'
import type { OnDemand } from '../on-demand/all.ts'
import { isKnownStatus } from '../parse/job-status.ts'
import type { JobInfo } from '../types/wire.ts'

/** The subject of a warning. */
export type WarningKind = 'job status' | 'left out' | 'cut list' | 'no description' | 'read otherwise'

/** The core of an `OgcClient`, which its functions receive. */
export interface OgcCore extends ClientCore<paths> {
  /** Passes a warning to `onWarning`, once for each message. */
  readonly warn: (kind: WarningKind, message: string) => void
  /** What only some calls need. Rejects with `not-loaded`. */
  readonly onDemand: () => Promise<OnDemand>
}

/** A parsed response for the readers. */
export function received(response: Reply, { error, warn }: OgcCore): Received {
  return { body: readJson(response, error), response, error, warn: (message) => warn('left out', message) }
}

/** What a part that only some calls need iterates over, which the first step loads. */
export async function* later<T>(
  core: OgcCore,
  walk: (rest: OnDemand) => AsyncIterable<T>
): AsyncGenerator<T, void, undefined> {
  yield* walk(await core.onDemand())
}

/** Tells of a state that nobody knows. */
export function noteStatus({ status }: JobInfo, { warn }: OgcCore): void {
  if (!isKnownStatus(status)) warn('job status', `unknown job status ${JSON.stringify(status)} is treated as running`)
}
