import {
  type CallSettings,
  type HeaderMap,
  type Polled,
  SharedCall,
  Slots,
  type WhoAsks
} from '@geoclients/client-core'
import type { OgcCore } from '../../core/core.ts'
import { iterateJobPages, pollJob } from '../../http/jobs.ts'
import { normaliseStatus } from '../../parse/job-status.ts'
import type { JobInfo } from '../../types/wire.ts'
import { JobList, type Listed } from './list-poll.ts'

/** A job that somebody waits for or watches. */
export interface OpenJob {
  readonly id: string
  /** Headers of its polls: they may say who asks, so only jobs with the same ones are asked for together. */
  headers: HeaderMap
  /** What tells who asked last from others with the same headers: jobs of two users are never asked for together. */
  who?: string
  /** When the server says that it was made. */
  readonly created: () => string | undefined
  /** What a list says of it, completed by what is known: lists may be short in words. */
  readonly withKnown: (listed: JobInfo) => JobInfo
  /** Ends its pause, if it is in one; tells whether it did. */
  readonly hurry: () => boolean
}

interface Round {
  readonly call: SharedCall<Listed>
  /** Jobs whose pause ended for the round: its answer is theirs, also where it comes before they ask. */
  readonly hurried: Set<OpenJob>
}

/** The jobs that are asked for together. */
interface Group {
  readonly jobs: Set<OpenJob>
  /** Their ids, each with the number of its handles. */
  readonly ids: Map<string, number>
  /** One number for the jitter of all, so that they come back together. */
  jitter: number
  round?: Round
}

/** How many single polls are under way at once. */
const concurrency = 8
const longestPoll = 30_000

/**
 * The polls of all open jobs of one client. Each job keeps its own pace; but when one is due and others are open, the job
 * list is asked for all of them, and those it leaves out are asked for singly.
 */
export class JobPolls {
  readonly #core: OgcCore
  readonly #list: JobList
  readonly #groups = new Map<string, Group>()
  readonly #singles = new Map<string, SharedCall<Polled<JobInfo>>>()
  readonly #slots = new Slots(concurrency)
  /** How an open job gets into the group of who asks for it now. */
  readonly #moves = new Map<OpenJob, () => void>()

  constructor(core: OgcCore) {
    this.#core = core
    this.#list = new JobList(core.clock)
  }

  /** A poll can be repeated, and others wait for their turn: it has half a minute at the most. */
  #settings(job: OpenJob, signal: AbortSignal, isShort: boolean): CallSettings {
    const call = this.#core.settings()
    const timeout = isShort ? Math.min(longestPoll, call.timeout) : call.timeout
    return { ...call, signal, timeout, retry: false, headers: job.headers }
  }

  /** Notes that a job is open; returns how to note its end. */
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
      if (group.jobs.size === 0 && this.#groups.get(key) === group) this.#groups.delete(key)
    }
  }

  /**
   * The state of an open job, by whatever way costs least. Nothing where it is not due and only heard along with others:
   * a list that leaves it out is then no reason to ask sooner than the server wants.
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

  /** Asks anew each time: credentials are renewed. */
  async #identify(job: OpenJob, whoAsks: WhoAsks, signal: AbortSignal): Promise<void> {
    const who = await whoAsks(signal)
    if (who === job.who) return
    job.who = who
    this.#moves.get(job)?.()
  }

  /** A random number for the pause of a job: the same for all that are asked for together. */
  random(job: OpenJob): number {
    const group = this.#groups.get(keyOf(job))
    return group && this.#pays(group) ? group.jitter : this.#core.random()
  }

  #pays({ ids }: Group): boolean {
    return ids.size > 1 && this.#list.pays(ids.size)
  }

  /** The round under way that others have begun, or a new one where that pays. */
  #roundOf(group: Group, job: OpenJob): SharedCall<Listed> | undefined {
    if (group.round?.call.isUnderWay) return group.round.call
    if (!this.#pays(group)) return undefined
    const ids = new Set(group.ids.keys())
    const call = new SharedCall((signal) => {
      return this.#list.find(ids, oldest(group.jobs), signal, (filter, own) =>
        iterateJobPages(this.#core, filter, () => this.#settings(job, own, false))
      )
    })
    const round: Round = { call, hurried: new Set() }
    group.round = round
    group.jitter = this.#core.random()
    for (const other of group.jobs) if (other !== job && other.hurry()) round.hurried.add(other)
    return call
  }

  /** Two handles of one job share its polls. */
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

/** The round that ended this job's pause: its answer is the job's, also where it has come already. */
function roundAlong({ round }: Group, job: OpenJob): SharedCall<Listed> | undefined {
  return round?.hurried.delete(job) && !round.call.isAborted ? round.call : undefined
}

function keyOf({ headers, who }: OpenJob): string {
  return JSON.stringify([who, ...Object.entries(headers).sort(([a = ''], [b = '']) => (a < b ? -1 : 1))])
}

/** Lists may be short in words: why a job failed is worth a request of its own. */
function isBare({ status, message, traceback }: JobInfo): boolean {
  return normaliseStatus(status) === 'failed' && !message && !traceback
}

/** Since when the oldest of the jobs exists, in whole seconds; undefined where the server does not say it of all. */
function oldest(jobs: ReadonlySet<OpenJob>): string | undefined {
  let first = Number.POSITIVE_INFINITY
  for (const job of jobs) {
    const created = job.created()
    // Without its zone a time may be any.
    const time = created !== undefined && /(?:Z|[+-]\d\d:\d\d)$/i.test(created) ? Date.parse(created) : Number.NaN
    if (Number.isNaN(time)) return undefined
    first = Math.min(first, time)
  }
  return new Date(Math.floor(first / 1_000) * 1_000).toISOString().replace('.000Z', 'Z')
}
