import { type ClientCore, type Received, type Reply, readJson } from '@geoclients/client-core'
import type { paths } from '../generated/types.ts'

/** The subject of a warning. */
export type WarningKind = 'job status' | 'left out' | 'cut list' | 'no description' | 'read otherwise'

/** The core of an `OgcClient`, which its functions receive. */
export interface OgcCore extends ClientCore<paths> {
  /** Passes a warning to `onWarning`, once for each message. */
  readonly warn: (kind: WarningKind, message: string) => void
}

/** A parsed response for the readers. */
export function received(response: Reply, { error, warn }: OgcCore): Received {
  return { body: readJson(response, error), response, error, warn: (message) => warn('left out', message) }
}
