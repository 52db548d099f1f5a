import { checkMembers, type Rules } from '@geoclients/client-core'
import type { OgcClient } from '../client/ogc-client.ts'
import { makeOgcError } from '../errors/ogc-error.ts'
import type { JobStatus } from '../generated/types.ts'
import { isEnd, normaliseStatus } from '../parse/job-status.ts'
import type { Job, SavedJob } from '../types/job.ts'
import type { StartOptions } from '../types/options.ts'
import type { ExecuteRequest, OpenProcess, ProcessId, ProcessOf, ProcessTypes } from '../types/process.ts'
import { followJob, isFinal } from './follow-job.ts'
import { keptInputs } from './kept-inputs.ts'
import { Observable } from './observable.ts'
import { type JobStorage, keep, readKept } from './storage.ts'

type Processes<P> = { [K in keyof P]: ProcessTypes }

/** One run in a list. An entry never changes: each change makes a new one. */
export interface ListedRun {
  readonly job: Job
  readonly processId: string | undefined
  /**
   * The inputs of the run. For bytes, only the media type and size are kept. Undefined if the inputs are too long to
   * keep.
   */
  readonly inputs: unknown
  /** When the run was started, in milliseconds since 1970, by this machine's clock. */
  readonly started: number
  readonly status: JobStatus
  readonly progress: number | undefined
  readonly message: string | undefined
  /** Why the run failed, was dismissed or cannot be polled. */
  readonly error: Error | undefined
}

export interface JobListStoreOptions {
  /** Where to save the list and the inputs of each run, so that a reload of the page finds them. Default: nowhere. */
  readonly storage?: JobStorage | undefined
  /** The key in `storage`. Default `geoclients.jobs`. */
  readonly key?: string | undefined
  /** The most runs to keep. The oldest are removed first. Default 100. */
  readonly limit?: number | undefined
}

const rules: Rules<keyof JobListStoreOptions> = {
  ...{ storage: true, key: true },
  limit: [(value) => Number.isSafeInteger(value) && Number(value) >= 1, 'a whole number of at least 1']
}

/** A store for a list of runs, the latest first. Its functions do not use `this`, so you may pass them on. */
export interface JobListStore<P extends Processes<P> = Record<string, OpenProcess>> {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => readonly ListedRun[]
  readonly getServerSnapshot: () => readonly ListedRun[]
  /** Starts a process and adds its job to the list. Rejects as `submit` does. */
  readonly start: <K extends ProcessId<P>>(
    processId: K,
    request: ExecuteRequest<ProcessOf<P, K>['inputs']>,
    options?: StartOptions
  ) => Promise<Job<ProcessOf<P, K>['outputs']>>
  /** Removes a run from the list and the storage. On the server it continues. */
  readonly remove: (job: Job) => void
}

interface Kept {
  readonly job: SavedJob
  readonly inputs?: unknown
  readonly started: number
  readonly status?: string
}

/**
 * Makes a store for a history of runs with their inputs. Runs that have not ended are polled only while someone
 * subscribes; they share the client's polls. With `storage`, the list survives a reload of the page, except for runs
 * that the server answered immediately without keeping a job.
 *
 * @example
 * const runs = createJobListStore(ogc, { storage: localStorage })
 * const stop = runs.subscribe(() => console.log(runs.getSnapshot().map(({ status }) => status)))
 * await runs.start('primes_between', { inputs: { max_val: 10 } })
 */
export function createJobListStore<P extends Processes<P> = Record<string, OpenProcess>>(
  ogc: Pick<OgcClient<P>, 'submit' | 'job'>,
  options: JobListStoreOptions = {}
): JobListStore<P> {
  checkMembers('options', options, rules, makeOgcError, 'an object such as { storage }')
  const { storage, key = 'geoclients.jobs', limit = 100 } = options
  let isWatched = false
  /** Controllers that end the polls of each run. */
  const followed = new Map<Job, AbortController>()

  const save = (): void => keep(storage, key, store.getSnapshot().flatMap(toKept))
  const setRuns = (runs: readonly ListedRun[]): void => {
    store.set(Object.freeze(runs.slice(0, limit)))
    save()
    const listed = new Set(store.getSnapshot().map(({ job }) => job))
    for (const job of followed.keys()) if (!listed.has(job)) unfollow(job, 'the run is no longer listed')
  }
  const unfollow = (job: Job, why: string): void => {
    followed.get(job)?.abort(why)
    followed.delete(job)
  }
  const change = (job: Job, part: Partial<ListedRun>): void => {
    const runs = store.getSnapshot()
    const before = runs.find((run) => run.job === job)
    if (before === undefined) return
    const after = Object.freeze({ ...before, ...part })
    store.set(Object.freeze(runs.map((run) => (run === before ? after : run))))
    // Only the status of a poll is saved.
    if (after.status !== before.status) save()
  }
  const follow = ({ job, status, error }: ListedRun): void => {
    if (!isWatched || isEnd(status) || isFinal(error)) return
    const end = new AbortController()
    followed.set(job, end)
    void followJob(job, end.signal, {
      info: ({ status: told, progress, message }) =>
        change(job, { status: normaliseStatus(told), progress, message, error: undefined }),
      error: (reason) => change(job, { error: reason })
    })
  }
  const store = new Observable<readonly ListedRun[]>(Object.freeze([]), () => {
    isWatched = true
    for (const run of store.getSnapshot()) follow(run)
    return () => {
      isWatched = false
      for (const job of followed.keys()) unfollow(job, 'the last subscriber left')
    }
  })
  store.set(Object.freeze(keptRuns(readKept(storage, key), (saved) => ogc.job(saved)).slice(0, limit)))

  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    getServerSnapshot: store.getServerSnapshot,
    start: async (processId, request, start = {}) => {
      const job = await ogc.submit(processId, request, start)
      const { status, info } = job
      const inputs = keptInputs(request.inputs)
      const told = { progress: info.progress, message: info.message, error: undefined }
      const run = Object.freeze({ job: job as unknown as Job, processId, inputs, started: Date.now(), status, ...told })
      setRuns([run, ...store.getSnapshot()])
      follow(run)
      return job
    },
    remove: (job) => setRuns(store.getSnapshot().filter((run) => run.job !== job))
  }
}

function toKept({ job, inputs, started, status }: ListedRun): Kept[] {
  return job.id === undefined ? [] : [{ job: job.toJSON(), inputs, started, status }]
}

/** The saved runs, except for jobs of other services. */
function keptRuns(kept: unknown, resume: (saved: SavedJob) => Job): ListedRun[] {
  if (!Array.isArray(kept)) return []
  return kept.flatMap((one: Partial<Kept> | null): ListedRun[] => {
    try {
      const job = resume(one?.job as SavedJob)
      const { inputs, started = 0, status = 'accepted' } = one as Kept
      const told = { progress: undefined, message: undefined, error: undefined }
      return [
        Object.freeze({ job, processId: job.processId, inputs, started, status: normaliseStatus(status), ...told })
      ]
    } catch {
      return []
    }
  })
}
