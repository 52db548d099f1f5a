import { checkRequestOptions, invalidArgument, isRecord } from '@geoclients/client-core'
import type { OgcClient } from '../client/ogc-client.ts'
import { makeOgcError } from '../errors/ogc-error.ts'
import type { JobStatus, JsonValue } from '../generated/types.ts'
import { normaliseStatus } from '../parse/job-status.ts'
import type { Results } from '../results/results.ts'
import type { ExecuteRequest, Job, SavedJob, StartOptions } from '../types/job.ts'
import type { OpenProcess, ProcessId, ProcessOf, ProcessTypes } from '../types/process.ts'
import { followJob, isFinal } from './follow-job.ts'
import { Observable } from './observable.ts'
import { type JobStorage, keep, readKept } from './storage.ts'

type Processes<P> = { [K in keyof P]: ProcessTypes }

/** A job as a page shows it. It is never changed: a change makes a new one. */
export interface JobSnapshot<O extends object = Record<string, JsonValue>> {
  /** Undefined where there is no job. */
  readonly job: Job<O> | undefined
  /** `starting` until the server has answered; then the standard's five names. Undefined where there is no job. */
  readonly status: JobStatus | 'starting' | undefined
  /** Percent, where the server says. */
  readonly progress: number | undefined
  readonly message: string | undefined
  /** Once the job was successful and its results have come. */
  readonly results: Results<O> | undefined
  /** Why it failed or was dismissed, could not be started, or cannot be asked for. */
  readonly error: Error | undefined
}

export interface JobStoreOptions {
  /** The job to begin with: a handle, its id, or what `JSON.stringify(job)` wrote. Default: what `storage` holds. */
  readonly job?: string | SavedJob | Job | undefined
  /** Where the job is kept for a reload. Default: nowhere. Nothing secret is written. */
  readonly storage?: JobStorage | undefined
  /** Under which name. Default `geoclients.job`. */
  readonly key?: string | undefined
}

/** A job as a store: what `useSyncExternalStore` takes. All functions may be taken off it. */
export interface JobStore<
  P extends Processes<P> = Record<string, OpenProcess>,
  O extends object = Record<string, JsonValue>
> {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => JobSnapshot<O>
  readonly getServerSnapshot: () => JobSnapshot<O>
  /** Starts a process, whose job takes the place of the one before. Never rejects: `error` says what went wrong. */
  readonly start: <K extends ProcessId<P>>(
    processId: K,
    request: ExecuteRequest<ProcessOf<P, K>['inputs']>,
    options?: StartOptions
  ) => Promise<void>
  /** Cancels the job on the server. Never rejects. */
  readonly dismiss: () => Promise<void>
  /** Forgets the job, here and in the storage; on the server it goes on. */
  readonly clear: () => void
}

const nothing = {
  job: undefined,
  status: undefined,
  progress: undefined,
  message: undefined,
  results: undefined,
  error: undefined
}

/**
 * A store for one job, for any framework: `subscribe` and `getSnapshot`. The job is polled while somebody subscribes, and
 * left when nobody does; with a `storage` a page that was reloaded goes on with it. Throws `invalid-argument` for a `job`
 * of another service; what a storage holds of another service is forgotten.
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
  if (!isRecord(options as unknown))
    throw invalidArgument(makeOgcError, 'options', options, 'an object such as { storage }')
  const { storage, key = 'geoclients.job' } = options
  let following: AbortController | undefined
  let starts = 0

  const change = (part: Partial<JobSnapshot<O>>): void => store.set(Object.freeze({ ...store.getSnapshot(), ...part }))
  const unfollow = (): void => {
    following?.abort('nobody looks any more')
    following = undefined
  }
  const follow = (): (() => void) => {
    const { job, results, error } = store.getSnapshot()
    if (job && !results && !isFinal(error)) {
      if (error) change({ error: undefined })
      following = new AbortController()
      void followJob(job, following.signal, {
        info: ({ status, progress, message }) => change({ status: normaliseStatus(status), progress, message }),
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
    start: async (processId, request, start = {}) => {
      const own = ++starts
      unfollow()
      store.set(Object.freeze({ ...nothing, status: 'starting' }))
      try {
        checkRequestOptions(start, makeOgcError)
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

/** A handle of what was given or kept; of what was kept, undefined where it is no job of this service. */
function resume(ogc: { job(saved: string | SavedJob): Job }, given: unknown, isGiven: boolean): Job | undefined {
  if (isRecord(given) && typeof given.watch === 'function') return given as unknown as Job
  try {
    return ogc.job(given as string | SavedJob)
  } catch (error) {
    if (isGiven) throw error
    return undefined
  }
}
