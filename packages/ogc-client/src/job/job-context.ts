import type { HeaderMap } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import type { Descriptions } from '../http/description-cache.ts'
import type { RequestedResults } from '../results/requested-outputs.ts'
import type { Results } from '../results/results.ts'
import type { JobInfo } from '../types/wire.ts'
import type { JobPolls } from './polling/shared-polls.ts'

/** What a job needs of its client. */
export interface JobContext {
  readonly core: OgcCore
  readonly descriptions: Descriptions
  /** The polls that all jobs of the client share. */
  readonly polls: JobPolls
}

/** What is known of a job when its handle is made. */
export interface KnownJob {
  readonly id: string | undefined
  readonly processId: string | undefined
  /** Undefined for a job that was saved: its state is not known until it is asked for. */
  readonly info: JobInfo | undefined
  /** Whether this client has just started it. */
  readonly isNew?: boolean
  /** Results that came with the answer to the execution. */
  readonly results?: Results | undefined
  /** Milliseconds that the server asked to wait before the first poll. */
  readonly retryAfter?: number | undefined
  /** Headers of the call that started it: its polls are as much part of that. */
  readonly headers?: HeaderMap
  /** What of the results was asked for. */
  readonly request?: RequestedResults | undefined
}
