import type { HeaderMap, Part } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import type { Descriptions } from '../http/description-cache.ts'
import type { OnDemand } from '../on-demand/all.ts'
import type { RequestedResults } from '../results/requested-outputs.ts'
import type { Results } from '../results/results.ts'
import type { JobInfo } from '../types/wire.ts'
import type { JobPolls } from './polling/shared-polls.ts'

/** The parts of the client that a job needs. */
export interface JobContext {
  readonly core: OgcCore
  readonly descriptions: Descriptions
  /** What is loaded for all that is not asked of a server to learn what it offers. */
  readonly rest: Part<OnDemand>
  /** The shared polls of all jobs, once there are any. */
  polls?: JobPolls
}

/** The known facts about a job when its handle is created. */
export interface KnownJob {
  readonly id: string | undefined
  readonly processId: string | undefined
  /** Undefined for a saved job, because its state is not known yet. */
  readonly info: JobInfo | undefined
  /** Whether this client has just started it. */
  readonly isNew?: boolean
  /** Results in the response to the execution. */
  readonly results?: Results | undefined
  /** Milliseconds that the server asked to wait before the first poll. */
  readonly retryAfter?: number | undefined
  /** Headers of the call that started it, which are also sent with its polls. */
  readonly headers?: HeaderMap
  /** The results that the request asked for. */
  readonly request?: RequestedResults | undefined
}
