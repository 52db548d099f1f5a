import {
  type CallSettings,
  iterateLinked,
  type LinkedPages,
  type Received,
  retryAfterOf
} from '@geoclients/client-core'
import { noteStatus, type OgcCore, received } from '../core/core.ts'
import { readJobList, readToldJobs } from '../parse/job-list.ts'
import type { JobInfo, JobList } from '../types/wire.ts'
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

/** The jobs of all pages. */
export function iterateJobs(
  core: OgcCore,
  filter: JobFilter,
  settings: () => CallSettings
): AsyncGenerator<JobInfo, void, undefined> {
  return walk(core, filter, settings, (page) => {
    const { jobs, links } = readJobList(page)
    return { items: jobs, links }
  })
}

/** The pages of the job list that hold anything. */
export function iterateJobPages(
  core: OgcCore,
  filter: JobFilter,
  settings: () => CallSettings
): AsyncGenerator<JobPage, void, undefined> {
  return walk(core, filter, settings, (page) => {
    const { jobs, links } = readToldJobs(page)
    for (const job of jobs) noteStatus(job, core)
    const retryAfter = retryAfterOf(page.response, core.clock)
    return { items: jobs.length > 0 ? [{ jobs, retryAfter }] : [], links }
  })
}

/** What `read` finds on each page of the list. */
function walk<Item>(
  core: OgcCore,
  filter: JobFilter,
  settings: () => CallSettings,
  read: LinkedPages<Item>['read']
): AsyncGenerator<Item, void, undefined> {
  return iterateLinked(core, settings, {
    operation: 'GET /jobs',
    received: (reply) => received(reply, core),
    first: (own) => firstPage(core, filter, own),
    read
  })
}
