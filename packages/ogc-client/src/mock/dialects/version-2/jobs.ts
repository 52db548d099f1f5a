import type { Route } from '@geoclients/mock-core'
import type { JobInfo, JobList } from '../../../generated/types.ts'
import { JSON_TYPE, jsonAnswer, requireAccepted } from '../../answers/json-answer.ts'
import { toPage } from '../../answers/paging.ts'
import { jobState } from '../../jobs/job.ts'
import { readJobFilter } from '../../jobs/job-filter.ts'
import type { State } from './state.ts'
import { statusOf, toStatusInfo } from './status-info.ts'

/** Job list, job and dismissal. */
export function jobsRoutes(state: State): Route[] {
  const { jobs, clock, callbacks, created } = state
  return [
    {
      method: 'GET',
      template: '/jobs',
      handle: ({ request, url, baseUrl }) => {
        const now = clock.now()
        const matches = readJobFilter(url, ['created'])
        const found = jobs.list().filter((job) => matches(job, jobState(job, now), now, statusOf(state, job)))
        const { items, links } = toPage(found, url)
        return jsonAnswer<JobList>(request, { jobs: items.map((job) => toStatusInfo(state, job, baseUrl)), links })
      }
    },
    {
      method: 'GET',
      template: '/jobs/{jobID}',
      handle: ({ request, baseUrl, param }) =>
        jsonAnswer<JobInfo>(request, toStatusInfo(state, jobs.get(param('jobID')), baseUrl))
    },
    {
      method: 'DELETE',
      template: '/jobs/{jobID}',
      handle: ({ request, baseUrl, param }) => {
        requireAccepted(request, JSON_TYPE)
        const job = jobs.dismiss(param('jobID'))
        callbacks.cancel(job.id)
        const { links, ...info } = toStatusInfo(state, job, baseUrl)
        created.delete(job.id)
        const isKept = jobs.has(job.id)
        return jsonAnswer<JobInfo>(request, { ...info, ...(isKept && links && { links }), status: 'dismissed' })
      }
    }
  ]
}
