import {
  type CallSettings,
  ChangeQueue,
  follow,
  invalidArgument,
  isRecord,
  lastingHeaders,
  linkSignals
} from '@geoclients/client-core'
import { withJob } from '../errors/job-errors.ts'
import { makeOgcError } from '../errors/ogc-error.ts'
import { type JobFilter, jobQuery } from '../http/job-filter.ts'
import { iterateJobs } from '../http/job-lists.ts'
import { matches } from '../http/matches-filter.ts'
import { isKnownStatus } from '../parse/job-status.ts'
import type { Job, JobSelection, SavedJob } from '../types/job.ts'
import type { JobInfo } from '../types/wire.ts'
import type { JobContext } from './job-context.ts'
import { JobRun } from './job-run.ts'
import { stateKey } from './status-changes.ts'

/**
 * The states of many jobs as they change: of those that are given, as ids, saved or as handles, or those that a filter finds
 * when the first is asked for. A job that cannot be watched does not end the others: its failure is told when they are over.
 */
export function watchJobs(
  context: JobContext,
  jobs: JobSelection,
  resume: (saved: string | SavedJob) => Job,
  settings: CallSettings
): ChangeQueue<JobInfo> {
  return new ChangeQueue(stateKey, (queue) => watchAll(queue, context, jobs, resume, settings))
}

/** Tells a queue the states of jobs, and returns how to stop. */
function watchAll(
  queue: ChangeQueue<JobInfo>,
  context: JobContext,
  jobs: JobSelection,
  resume: (saved: string | SavedJob) => Job,
  settings: CallSettings
): () => void {
  const { error: make } = context.core
  const { signal, headers } = settings
  const aborted = (): Error => make({ code: 'aborted', message: 'watching jobs was aborted', cause: signal?.reason })
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
  find(context, jobs, resume, { ...settings, signal: link.signal })
    .then((found) => Promise.all(found.map(watch)))
    .then(
      () => queue.end(failure),
      (error: unknown) => queue.end({ error })
    )
  return () => {
    unlink()
    link.abort('the watch was ended')
  }
}

async function find(
  context: JobContext,
  jobs: JobSelection,
  resume: (saved: string | SavedJob) => Job,
  settings: CallSettings
): Promise<Job[]> {
  if (isListOfJobs(jobs)) return Array.from(jobs, (job) => (isJob(job) ? job : resume(job)))
  return jobsOfFilter(context, jobs, settings)
}

async function jobsOfFilter(context: JobContext, filter: JobFilter, settings: CallSettings): Promise<Job[]> {
  const headers = lastingHeaders(settings.headers)
  const found: Job[] = []
  for await (const listed of iterateJobs(context.core, jobQuery(filter, context.core.error), settings)) {
    if (!matches(listed, filter, context.core.clock.now())) continue
    const info = isKnownStatus(listed.status) ? listed : undefined
    found.push(new JobRun(context, { id: listed.jobID, processId: listed.processID, info, headers }).handle)
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
