import {
  type CallSettings,
  iterateLinked,
  type Polled,
  type Received,
  retryAfterOf,
  textOf
} from '@geoclients/client-core'
import { noteStatus, type OgcCore, received } from '../core/core.ts'
import { isRefusal } from '../parse/error-in-success.ts'
import { readDismissedJob, readJobInfo, readJobList, readToldJobs } from '../parse/job.ts'
import type { JobInfo, JobList } from '../types/wire.ts'
import { tryJson } from '../utils/text.ts'
import { type JobFilter, jobQuery } from './job-filter.ts'

/** One page of the job list, as it is walked. */
export interface JobPage {
  readonly jobs: readonly JobInfo[]
  readonly retryAfter: number | undefined
}

export async function getJobs(core: OgcCore, filter: JobFilter, settings: CallSettings): Promise<JobList> {
  return readJobList(await firstPage(core, filter, settings))
}

async function firstPage(core: OgcCore, filter: JobFilter, settings: CallSettings): Promise<Received> {
  return received(await core.request('GET /jobs', settings, { query: jobQuery(filter, core.error) }), core)
}

/** The state of a job, with the pause that the server asks for. */
export async function pollJob(core: OgcCore, jobId: string, settings: CallSettings): Promise<Polled<JobInfo>> {
  const reply = await core.request('GET /jobs/{jobID}', settings, { path: { jobID: jobId } })
  const value = readJobInfo(received(reply, core), jobId)
  noteStatus(value, core)
  return { value, retryAfter: retryAfterOf(reply, core.clock) }
}

export async function dismissJob(core: OgcCore, jobId: string, settings: CallSettings): Promise<JobInfo> {
  const response = await core.request('DELETE /jobs/{jobID}', settings, { path: { jobID: jobId } })
  const text = textOf(response)
  const body = tryJson(text)
  if (isRefusal(response, body)) throw core.describe(response, body)
  return readDismissedJob(text, { response, error: core.error }, jobId, body)
}

/** The jobs of all pages. */
export function iterateJobs(
  core: OgcCore,
  filter: JobFilter,
  settings: () => CallSettings
): AsyncGenerator<JobInfo, void, undefined> {
  return iterateLinked(core, settings, {
    operation: 'GET /jobs',
    received: (reply) => received(reply, core),
    first: (own) => firstPage(core, filter, own),
    read: (page) => {
      const { jobs, links } = readJobList(page)
      return { items: jobs, links }
    }
  })
}

/** The non-empty pages of the job list. */
export function iterateJobPages(
  core: OgcCore,
  filter: JobFilter,
  settings: () => CallSettings
): AsyncGenerator<JobPage, void, undefined> {
  return iterateLinked(core, settings, {
    operation: 'GET /jobs',
    received: (reply) => received(reply, core),
    first: (own) => firstPage(core, filter, own),
    read: (page) => {
      const { jobs, links } = readToldJobs(page)
      for (const job of jobs) noteStatus(job, core)
      const retryAfter = retryAfterOf(page.response, core.clock)
      return { items: jobs.length > 0 ? [{ jobs, retryAfter }] : [], links }
    }
  })
}
