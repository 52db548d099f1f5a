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
import { lastingHeaders } from '../http/follow-up-options.ts'
import type { JobFilter } from '../http/job-filter.ts'
import { iterateJobs } from '../http/jobs.ts'
import { matches } from '../http/matches-filter.ts'
import { isKnownStatus } from '../parse/job-status.ts'
import type { Job, JobSelection, SavedJob } from '../types/job.ts'
import type { JobInfo } from '../types/wire.ts'
import type { JobContext } from './job-context.ts'
import { JobHandle } from './job-handle.ts'
import { stateKey } from './status-changes.ts'

/** Watches the jobs that are given, as ids, saved or as handles, or those that a filter finds when the watch begins. */
export function watchJobs(
  context: JobContext,
  jobs: JobSelection,
  resume: (saved: string | SavedJob) => Job,
  settings: () => CallSettings
): ChangeQueue<JobInfo> {
  const find = async (own: CallSettings): Promise<Job[]> =>
    isListOfJobs(jobs) ? Array.from(jobs, (job) => (isJob(job) ? job : resume(job))) : jobsOfFilter(context, jobs, own)
  return watchAll(find, settings, context.core.error)
}

async function jobsOfFilter(context: JobContext, filter: JobFilter, settings: CallSettings): Promise<Job[]> {
  const headers = lastingHeaders(settings.headers)
  const found: Job[] = []
  for await (const listed of iterateJobs(context.core, filter, () => settings)) {
    if (!matches(listed, filter, context.core.clock.now())) continue
    const info = isKnownStatus(listed.status) ? listed : undefined
    found.push(new JobHandle(context, { id: listed.jobID, processId: listed.processID, info, headers }))
  }
  return found
}

/** Whether the selection is a list of jobs. A string is iterable too, but is not a list. */
function isListOfJobs(jobs: JobSelection): jobs is Iterable<string | SavedJob | Job> {
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
function watchAll(
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
