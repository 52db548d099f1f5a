import {
  type CallSettings,
  ChangeQueue,
  type ErrorFactory,
  follow,
  invalidArgument,
  isRecord,
  linkSignals
} from '@geoclients/client-core'
import { withJob } from '../errors/job-errors.ts'
import { makeOgcError } from '../errors/ogc-error.ts'
import type { Job, SavedJob } from '../types/job.ts'
import type { JobInfo } from '../types/wire.ts'
import { stateKey } from './status-changes.ts'

/** The handles of all that is given; refuses what is no job. */
export function handlesOf(jobs: Iterable<unknown>, resume: (saved: string | SavedJob) => Job): Job[] {
  return [...jobs].map((job) => (isJob(job) ? job : resume(job as string | SavedJob)))
}

/** Whether the jobs are given one by one; a string would be its letters. */
export function isListOfJobs(jobs: unknown): jobs is Iterable<unknown> {
  if (typeof jobs === 'object' && jobs !== null && Symbol.iterator in jobs) return true
  if (isJob(jobs) || (isRecord(jobs) && 'jobId' in jobs)) {
    throw invalidArgument(makeOgcError, 'jobs', jobs, 'a list such as [job]')
  }
  if (isRecord(jobs)) return false
  throw invalidArgument(makeOgcError, 'jobs', jobs, 'a filter such as { status }, or a list of job ids and handles')
}

function isJob(job: unknown): job is Job {
  return isRecord(job) && typeof job.watch === 'function'
}

/**
 * The states of many jobs as they change. A job that cannot be watched does not end the others: its failure is told when
 * they are over.
 */
export function watchAll(
  find: (settings: CallSettings) => Promise<readonly Job[]>,
  settings: () => CallSettings,
  make: ErrorFactory
): ChangeQueue<JobInfo> {
  return new ChangeQueue(stateKey, (queue) => {
    const own = settings()
    const { signal, headers } = own
    const aborted = (): Error => make({ code: 'aborted', message: 'watching jobs was aborted', cause: signal?.reason })
    if (signal?.aborted) throw aborted()
    const link = linkSignals()
    const unlink = follow([signal], () => queue.abort(aborted()))
    let failure: { readonly error: unknown } | undefined
    const watch = async (job: Job): Promise<void> => {
      try {
        for await (const info of job.watch({ signal: link.signal, headers })) queue.put(job, info)
      } catch (error) {
        failure ??= { error: withJob(error, job) }
      }
    }
    find({ ...own, signal: link.signal })
      .then((jobs) => Promise.all(jobs.map(watch)))
      .then(
        () => queue.end(failure),
        (error: unknown) => queue.end({ error })
      )
    return () => {
      unlink()
      link.abort('nobody watches any more')
    }
  })
}
