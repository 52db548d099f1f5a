import {
  type CallSettings,
  type HeaderMap,
  type Polled,
  SharedCall,
  Slots,
  type WhoAsks
} from '@geoclients/client-core'
import type { OgcCore } from '../../core/core.ts'
import { iterateJobPages } from '../../http/job-lists.ts'
import { pollJob } from '../../http/jobs.ts'
import { normaliseStatus } from '../../parse/job-status.ts'
import type { JobInfo } from '../../types/wire.ts'
import { findInList } from './find-in-list.ts'
import { ListBackoff, type Listed } from './list-backoff.ts'

/** A job that somebody waits for or watches. */
export interface OpenJob {
  readonly id: string
  /** Headers of its polls. They may identify a user, so only jobs with equal headers are polled together. */
  headers: HeaderMap
  /** Key of the user who polled last. Jobs of different users are never polled together. */
  who?: string
  /** The server's creation time. */
  readonly created: () => string | undefined
  /** Completes a listed state with known members, because lists may leave out some. */
  readonly withKnown: (listed: JobInfo) => JobInfo
  /** Ends its pause, if there is one; returns whether it did. */
  readonly hurry: () => boolean
}

interface Round {
  readonly call: SharedCall<Listed>
  /** Jobs whose pause was ended for this round. They use its result, even if it arrives before they poll. */
  readonly hurried: Set<OpenJob>
}

/** Jobs that are polled together. */
interface Group {
  readonly jobs: Set<OpenJob>
  /** Job ids with the number of their handles. */
  readonly ids: Map<string, number>
  /** One random number for the pauses of all, so that they are due together. */
  jitter: number
  round?: Round
}

/** Maximum number of concurrent single polls. */
const concurrency = 8
const longestPoll = 30_000

/**
 * The polls of all open jobs of one client. Each job has its own intervals. If a job is due and others are open, one request
 * for the job list polls all of them. Jobs that the list leaves out are polled individually.
 */
export class JobPolls {
  readonly #core: OgcCore
  readonly #list: ListBackoff
  readonly #groups = new Map<string, Group>()
  readonly #singles = new Map<string, SharedCall<Polled<JobInfo>>>()
  readonly #slots = new Slots(concurrency)
  /** Functions that move an open job into the group of its current user. */
  readonly #moves = new Map<OpenJob, () => void>()

  constructor(core: OgcCore) {
    this.#core = core
    this.#list = new ListBackoff(core.clock)
  }

  /** A poll has at most half a minute, because it can be repeated and others wait for their turn. */
  #settings(job: OpenJob, signal: AbortSignal, isShort: boolean): CallSettings {
    const call = this.#core.settings()
    const timeout = isShort ? Math.min(longestPoll, call.timeout) : call.timeout
    return { ...call, signal, timeout, retry: false, headers: job.headers }
  }

  /** Adds an open job; returns a function that removes it. */
  open(job: OpenJob): () => void {
    let leave = this.#enter(job)
    this.#moves.set(job, () => {
      leave()
      leave = this.#enter(job)
    })
    return () => {
      this.#moves.delete(job)
      leave()
    }
  }

  #enter(job: OpenJob): () => void {
    const key = keyOf(job)
    const group: Group = this.#groups.get(key) ?? { jobs: new Set(), ids: new Map(), jitter: this.#core.random() }
    this.#groups.set(key, group)
    group.jobs.add(job)
    group.ids.set(job.id, (group.ids.get(job.id) ?? 0) + 1)
    return () => {
      group.jobs.delete(job)
      group.round?.hurried.delete(job)
      const left = (group.ids.get(job.id) ?? 0) - 1
      if (left > 0) group.ids.set(job.id, left)
      else group.ids.delete(job.id)
      if (group.jobs.size === 0) this.#groups.delete(key)
    }
  }

  /**
   * The state of an open job, in the cheapest way. Undefined if the job is not due, was only polled along with others, and the
   * list leaves it out. It is then not polled earlier than the server asked for.
   */
  async poll(job: OpenJob, signal: AbortSignal, isDue: () => boolean): Promise<Polled<JobInfo> | undefined> {
    if (this.#core.whoAsks) await this.#identify(job, this.#core.whoAsks, signal)
    const group = this.#groups.get(keyOf(job))
    const along = group && roundAlong(group, job)
    const round = along ?? (group && this.#roundOf(group, job))
    const listed = await round?.join(signal)
    const info = listed?.found.get(job.id)
    if (info && !isBare(info)) return { value: job.withKnown(info), retryAfter: listed?.retryAfter }
    return along && !info && !isDue() ? undefined : this.#single(job, signal)
  }

  /** Determines the user each time, because credentials change. */
  async #identify(job: OpenJob, whoAsks: WhoAsks, signal: AbortSignal): Promise<void> {
    const who = await whoAsks(signal)
    signal.throwIfAborted()
    if (who === job.who) return
    job.who = who
    this.#moves.get(job)?.()
  }

  /** A random number for the pause of a job, the same for all jobs of a group. */
  random(job: OpenJob): number {
    const group = this.#groups.get(keyOf(job))
    return group && this.#pays(group) ? group.jitter : this.#core.random()
  }

  #pays({ ids }: Group): boolean {
    return ids.size > 1 && this.#list.pays(ids.size)
  }

  /** The running round of the group, or a new one if it is worth it. */
  #roundOf(group: Group, job: OpenJob): SharedCall<Listed> | undefined {
    if (group.round?.call.isUnderWay) return group.round.call
    if (!this.#pays(group)) return undefined
    const ids = new Set(group.ids.keys())
    const since = oldest(group.jobs)
    const call = new SharedCall((signal) =>
      findInList(this.#list, ids, since, signal, (filter, own) =>
        iterateJobPages(this.#core, filter, this.#settings(job, own, false))
      )
    )
    const round: Round = { call, hurried: new Set() }
    group.round = round
    group.jitter = this.#core.random()
    for (const open of group.jobs) if (open.hurry()) round.hurried.add(open)
    return call
  }

  /** Polls one job. Handles of the same job share the request. */
  #single(job: OpenJob, signal: AbortSignal): Promise<Polled<JobInfo>> {
    const key = `${keyOf(job)} ${job.id}`
    const known = this.#singles.get(key)
    if (known?.isUnderWay) return known.join(signal)
    const call = new SharedCall((own) =>
      this.#slots
        .run(() => pollJob(this.#core, job.id, this.#settings(job, own, true)), own)
        .finally(() => {
          if (this.#singles.get(key) === call) this.#singles.delete(key)
        })
    )
    this.#singles.set(key, call)
    return call.join(signal)
  }
}

/** The round that ended this job's pause, even if its result has already arrived. */
function roundAlong({ round }: Group, job: OpenJob): SharedCall<Listed> | undefined {
  return round?.hurried.delete(job) && !round.call.isAborted ? round.call : undefined
}

function keyOf({ headers, who }: OpenJob): string {
  return JSON.stringify([who, ...Object.entries(headers).sort()])
}

/** Whether a listed failure has no reason. If so, the job is requested. */
function isBare({ status, message, traceback }: JobInfo): boolean {
  return normaliseStatus(status) === 'failed' && !message && !traceback
}

/** Creation time of the oldest job, in whole seconds; undefined if it is not known for all. */
function oldest(jobs: ReadonlySet<OpenJob>): string | undefined {
  let first = Number.POSITIVE_INFINITY
  for (const job of jobs) {
    const created = job.created()
    // A time without time zone is ambiguous.
    const time = created !== undefined && /(?:Z|[+-]\d\d:\d\d)$/i.test(created) ? Date.parse(created) : Number.NaN
    if (Number.isNaN(time)) return undefined
    first = Math.min(first, time)
  }
  return new Date(Math.floor(first / 1_000) * 1_000).toISOString().replace('.000Z', 'Z')
}
