import {
  type CallSettings,
  iterateLinked,
  type LinkedPages,
  type Received,
  retryAfterOf
} from '@geoclients/client-core'
import { type OgcCore, received } from '../core/core.ts'
import { readJobList, readToldJobs } from '../parse/job-list.ts'
import { noteStatus } from '../parse/job-status.ts'
import type { JobInfo, JobList } from '../types/wire.ts'
import { type JobFilter, type JobQuery, jobQuery } from './job-filter.ts'

/** One page of the job list, as it is walked. */
export interface JobPage {
  readonly jobs: readonly JobInfo[]
  readonly retryAfter: number | undefined
}

export async function getJobs(core: OgcCore, query: JobQuery, settings: CallSettings): Promise<JobList> {
  return readJobList(await firstPage(core, query, settings))
}

async function firstPage(core: OgcCore, query: JobQuery, settings: CallSettings): Promise<Received> {
  return received(await core.request('GET /jobs', settings, { query }), core)
}

/** The jobs of all pages. */
export function iterateJobs(
  core: OgcCore,
  query: JobQuery,
  settings: CallSettings
): AsyncGenerator<JobInfo, undefined, undefined> {
  return walk(core, query, settings, (page) => {
    const { jobs, links } = readJobList(page)
    return { items: jobs, links }
  })
}

/** The pages of the job list, of each the jobs whose state it tells. */
export function iterateJobPages(
  core: OgcCore,
  filter: JobFilter,
  settings: CallSettings
): AsyncGenerator<JobPage, undefined, undefined> {
  return walk(core, jobQuery(filter, core.error), settings, (page) => {
    const { jobs, links } = readToldJobs(page)
    for (const job of jobs) noteStatus(job, core)
    const retryAfter = retryAfterOf(page.response, core.clock)
    return { items: [{ jobs, retryAfter }], links }
  })
}

/** What `read` finds on each page of the list. */
function walk<Item>(
  core: OgcCore,
  query: JobQuery,
  settings: CallSettings,
  read: LinkedPages<Item>['read']
): AsyncGenerator<Item, undefined, undefined> {
  return iterateLinked(core, () => settings, {
    ...{ operation: 'GET /jobs', entries: 'jobs' },
    received: (reply) => received(reply, core),
    first: (own) => firstPage(core, query, own),
    read
  })
}
