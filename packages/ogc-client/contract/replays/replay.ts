import type { FetchMiddleware } from '@geoclients/client-core'
import type { ProcessRequest } from '../../src/generated/types.ts'
import type { JobFilter } from '../../src/http/job-filter.ts'

/** An answer of a server, written from what its documentation, its source or an issue says of it. */
export interface Exchange {
  /** `GET /jobs/1`, counted from the base URL. Several for one request come in turn; the last one stays. */
  readonly request: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** The JSON that the request must have brought to the server. */
  readonly sent?: unknown
  /** Sent as JSON, unless it is text. */
  readonly body?: unknown
}

/** What the client is asked to do. */
export type ReplayCall =
  | { readonly run: string; readonly request?: ProcessRequest; readonly mode?: 'auto' | 'sync' | 'async' }
  | { readonly job: string }
  | { readonly results: string }
  | { readonly jobs: number }
  | { readonly watch: JobFilter }
  | { readonly process: string }
  | { readonly processes: number }
  | { readonly dismiss: string }

/** A server that cannot be run here: what it answers, and what the client makes of it. */
export interface Replay {
  readonly server: string
  /** What is particular about it. */
  readonly title: string
  /** The names of the functions that understand it, as in `knownQuirks`. */
  readonly quirks: readonly string[]
  /** Where the answers are known from, at a public address. */
  readonly source: string
  /**
   * What the answers were written from, in our own words and values: the source itself, what this project noted of that
   * server, or what it answered when it ran.
   */
  readonly evidence: 'documentation' | 'source code' | 'issue' | 'notes of this project' | `a run of ${string}`
  readonly exchanges: readonly Exchange[]
  /** What a user of that server adds to the client. */
  readonly use?: FetchMiddleware
  readonly call: ReplayCall
  /**
   * Of `run` and `results`: kind, media type and value or link by output id; of several values `list` and such a triple each.
   * Of `job`, `dismiss` and `process`: the whole document; of `jobs` and `watch`: ids and states; of `processes`: ids. Of a
   * failure: members of the error, in `error`.
   */
  readonly expected: unknown
  /** What the warnings say, one after the other. Default: none is given. */
  readonly warned?: readonly string[]
}
