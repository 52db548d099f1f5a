import { type Clock, isClientError, isRecord, parseRetryAfter, type Received } from '@geoclients/client-core'
import type { JobInfo } from './contract-types.ts'
import type { Link } from './generated/types.ts'
import type { JobFilter } from './job-filter.ts'
import { readJobList } from './reader/job.ts'

/** One page of the job list, as it is walked. */
export interface JobPage {
  readonly jobs: readonly JobInfo[]
  readonly retryAfter: number | undefined
}

/** What the list told of the jobs that were looked for. */
export interface Listed {
  readonly found: ReadonlyMap<string, JobInfo>
  readonly retryAfter?: number | undefined
}

/** A page with what it tells; a bare id (weaver) tells nothing of its job. */
export function readJobPage(received: Received, clock: Clock): JobPage & { readonly links: readonly Link[] } {
  const { jobs, links } = readJobList(received)
  const raw = isRecord(received.body) && Array.isArray(received.body.jobs) ? received.body.jobs : []
  const { headers } = received.response
  return {
    jobs: jobs.filter((_, index) => typeof raw[index] !== 'string'),
    links,
    retryAfter: parseRetryAfter(headers.get('Retry-After'), clock.now())
  }
}

const firstPause = 10_000
const longestPause = 600_000
/** An entry of the list weighs about a tenth of a request. */
const entriesPerRequest = 10
/** What every server that pages at all allows: the official OpenAPI of 1.0 has this maximum. */
const longestPage = 1_000

/**
 * The job list as a way to ask for many jobs at once. It finds out whether that pays: the list may be missing, leave
 * jobs out, or hold many more than are watched, since some servers ignore filters. Then it is left alone for a while,
 * longer each time, and tried again.
 */
export class JobList {
  readonly #clock: Clock
  #tryAgainAt = 0
  #pause = firstPause
  /** How many jobs were looked for when the list was too long for them: for more it may pay. */
  #tooLongFor: number | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Whether to ask it for so many jobs. */
  pays(jobs: number): boolean {
    if (jobs < 2) return false
    return this.#clock.now() >= this.#tryAgainAt || jobs > 2 * (this.#tooLongFor ?? Number.POSITIVE_INFINITY)
  }

  /**
   * Looks for jobs, page by page, until all are found or it no longer pays. Rejects only with what would meet single
   * requests as well; any other failure is that of the list.
   */
  async find(
    ids: ReadonlySet<string>,
    since: string | undefined,
    pages: (filter: JobFilter) => AsyncIterable<JobPage>
  ): Promise<Listed> {
    const found = new Map<string, JobInfo>()
    const limit = Math.min(longestPage, entriesPerRequest * ids.size)
    let [requests, entries, retryAfter] = [0, 0, undefined as number | undefined]
    try {
      for await (const page of pages({ limit, ...(since !== undefined && { datetime: `${since}/..` }) })) {
        requests++
        entries += page.jobs.length
        retryAfter = page.retryAfter
        for (const job of page.jobs) if (ids.has(job.jobID)) found.set(job.jobID, job)
        if (found.size === ids.size || requests >= ids.size || entries > entriesPerRequest * ids.size) break
      }
    } catch (error) {
      this.#leaveAlone()
      if (meetsAll(error)) throw error
      return { found, retryAfter }
    }
    const absent = ids.size - found.size
    if (Math.max(1, requests) + absent > ids.size || entries > entriesPerRequest * ids.size) this.#leaveAlone(ids.size)
    else this.#works()
    return { found, retryAfter }
  }

  #works(): void {
    this.#pause = firstPause
    this.#tooLongFor = undefined
    this.#tryAgainAt = 0
  }

  #leaveAlone(tooLongFor?: number): void {
    this.#tryAgainAt = this.#clock.now() + this.#pause
    this.#pause = Math.min(longestPause, 2 * this.#pause)
    this.#tooLongFor = tooLongFor
  }
}

/** No connection, an end of the waiting, or a server that wants fewer requests: to ask for each job now would not help. */
function meetsAll(error: unknown): boolean {
  if (!isClientError(error)) return true
  return ['network', 'aborted', 'closed', 'auth'].includes(error.code) || error.status === 429
}
