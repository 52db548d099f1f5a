import { checkMembers, isRecord, type Rules } from '@geoclients/client-core'
import type { OgcClient } from '../client/ogc-client.ts'
import { makeOgcError } from '../errors/ogc-error.ts'
import type { JobStatus, JsonValue } from '../generated/types.ts'
import { normaliseStatus } from '../parse/job-status.ts'
import type { Results } from '../results/results.ts'
import type { Job, SavedJob } from '../types/job.ts'
import type { StartOptions } from '../types/options.ts'
import type { ExecuteRequest, OpenProcess, ProcessId, ProcessOf, ProcessTypes } from '../types/process.ts'
import { followJob, isFinal } from './follow-job.ts'
import { Observable } from './observable.ts'
import { type JobStorage, keep, readKept } from './storage.ts'

type Processes<P> = { [K in keyof P]: ProcessTypes }

/** The state of a job, as a page shows it. A snapshot never changes: each change makes a new one. */
export interface JobSnapshot<O extends object = Record<string, JsonValue>> {
  /** Undefined if there is no job. */
  readonly job: Job<O> | undefined
  /** `starting` until the server has answered; then one of the standard's five names. Undefined if there is no job. */
  readonly status: JobStatus | 'starting' | undefined
  /** In percent, if the server sends it. */
  readonly progress: number | undefined
  readonly message: string | undefined
  /** The results, once the job was successful and they have arrived. */
  readonly results: Results<O> | undefined
  /**
   * Why the job failed, was dismissed, could not be started or cannot be polled; or why it could not be dismissed, until it is
   * heard of again.
   */
  readonly error: Error | undefined
}

export interface JobStoreOptions {
  /** The first job: a handle, its id, or the parsed text of `JSON.stringify(job)`. Default: the job in `storage`. */
  readonly job?: string | SavedJob | Job | undefined
  /** Where to save the job, so that a reload of the page finds it. Default: nowhere. No secrets are written. */
  readonly storage?: JobStorage | undefined
  /** The key in `storage`. Default `geoclients.job`. */
  readonly key?: string | undefined
}

/**
 * A store for one job, as `useSyncExternalStore` needs it. Its functions do not use `this`, so you may pass them on.
 */
export interface JobStore<
  P extends Processes<P> = Record<string, OpenProcess>,
  O extends object = Record<string, JsonValue>
> {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => JobSnapshot<O>
  readonly getServerSnapshot: () => JobSnapshot<O>
  /** Starts a process. Its job replaces the previous one. Never rejects: see `error` of the snapshot. */
  readonly start: <K extends ProcessId<P>>(
    processId: K,
    request: ExecuteRequest<ProcessOf<P, K>['inputs']>,
    options?: StartOptions
  ) => Promise<void>
  /** Cancels the job on the server. Never rejects. */
  readonly dismiss: () => Promise<void>
  /** Removes the job from the store and the storage. On the server it continues. */
  readonly clear: () => void
}

const rules: Rules<keyof JobStoreOptions> = { job: true, storage: true, key: true }

const nothing = {
  job: undefined,
  status: undefined,
  progress: undefined,
  message: undefined,
  results: undefined,
  error: undefined
}

/**
 * Makes a store for one job, for any framework: `subscribe` and `getSnapshot`. The job is polled only while someone
 * subscribes. With `storage`, the store continues with the same job after a reload of the page. Throws
 * `invalid-argument` if `job` belongs to another service; a job of another service in the storage is ignored.
 *
 * @example
 * const store = createJobStore(ogc, { storage: localStorage })
 * const stop = store.subscribe(() => console.log(store.getSnapshot().status))
 * await store.start('primes_between', { inputs: { max_val: 10 } })
 */
export function createJobStore<
  P extends Processes<P> = Record<string, OpenProcess>,
  O extends object = Record<string, JsonValue>
>(ogc: Pick<OgcClient<P>, 'submit' | 'job'>, options: JobStoreOptions = {}): JobStore<P, O> {
  checkMembers('options', options, rules, makeOgcError, 'an object such as { storage }')
  const { storage, key = 'geoclients.job' } = options
  let following: AbortController | undefined
  let starts = 0

  const change = (part: Partial<JobSnapshot<O>>): void => store.set(Object.freeze({ ...store.getSnapshot(), ...part }))
  const unfollow = (): void => {
    following?.abort('the last subscriber left')
    following = undefined
  }
  const follow = (): (() => void) => {
    const { job, results, error } = store.getSnapshot()
    if (job && !results && !isFinal(error)) {
      if (error) change({ error: undefined })
      following = new AbortController()
      void followJob(job, following.signal, {
        info: ({ status, progress, message }) =>
          change({ status: normaliseStatus(status), progress, message, error: undefined }),
        results: (found) => change({ results: found }),
        error: (reason) => change({ error: reason })
      })
    }
    return unfollow
  }
  const store = new Observable<JobSnapshot<O>>(Object.freeze(nothing), follow)
  const take = (job: Job<O>, isHeardOf: boolean): void => {
    const { progress, message } = job.info
    unfollow()
    keep(storage, key, job.id === undefined ? undefined : job)
    store.set(Object.freeze({ ...nothing, job, status: job.status, ...(isHeardOf && { progress, message }) }))
    if (store.isObserved) follow()
  }

  const given = options.job ?? readKept(storage, key)
  if (given !== undefined) {
    const resumed = resume(ogc, given, options.job !== undefined)
    if (resumed) take(resumed as Job as Job<O>, false)
    else keep(storage, key, undefined)
  }

  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    getServerSnapshot: store.getServerSnapshot,
    start: async (processId, request, start) => {
      const own = ++starts
      unfollow()
      store.set(Object.freeze({ ...nothing, status: 'starting' }))
      try {
        const job = await ogc.submit(processId, request, start)
        if (own === starts) take(job as unknown as Job<O>, true)
      } catch (error) {
        if (own === starts) store.set(Object.freeze({ ...nothing, error: error as Error }))
      }
    },
    dismiss: async () => {
      const { job } = store.getSnapshot()
      await job?.dismiss().catch((error: Error) => change({ error }))
    },
    clear: () => {
      starts++
      unfollow()
      keep(storage, key, undefined)
      store.set(Object.freeze(nothing))
    }
  }
}

/** A handle for the given or saved job. Undefined if a saved job belongs to another service. */
function resume(ogc: { job(saved: string | SavedJob): Job }, given: unknown, isGiven: boolean): Job | undefined {
  if (isRecord(given) && typeof given.watch === 'function') return given as unknown as Job
  try {
    return ogc.job(given as string | SavedJob)
  } catch (error) {
    if (isGiven) throw error
    return undefined
  }
}
