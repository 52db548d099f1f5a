import type { Route } from '@geoclients/mock-core'
import type { JobInfo, JobList } from '../../generated/types.ts'
import { JSON_TYPE, jsonAnswer, requireAccepted } from '../answers/json-answer.ts'
import { toPage } from '../answers/paging.ts'
import { jobState, toJobInfo } from '../jobs/job.ts'
import { readJobFilter } from '../jobs/job-filter.ts'
import type { World } from '../world.ts'

/** Job list, job and dismissal. The list has the order of creation. */
export function jobsRoutes({ clock, jobs, callbacks }: World): Route[] {
  return [
    {
      method: 'GET',
      template: '/jobs',
      handle: ({ request, url, baseUrl }) => {
        const now = clock.now()
        const matches = readJobFilter(url)
        const { items, links } = toPage(
          jobs.list().filter((job) => matches(job, jobState(job, now), now)),
          url
        )
        return jsonAnswer<JobList>(request, { jobs: items.map((job) => toJobInfo(job, now, baseUrl)), links })
      }
    },
    {
      method: 'GET',
      template: '/jobs/{jobID}',
      handle: ({ request, baseUrl, param }) =>
        jsonAnswer<JobInfo>(request, toJobInfo(jobs.get(param('jobID')), clock.now(), baseUrl))
    },
    {
      method: 'DELETE',
      template: '/jobs/{jobID}',
      handle: ({ request, baseUrl, param }) => {
        requireAccepted(request, JSON_TYPE)
        const id = param('jobID')
        const job = jobs.dismiss(id)
        callbacks.cancel(id)
        const info = toJobInfo(job, clock.now(), baseUrl)
        if (jobs.has(id)) return jsonAnswer<JobInfo>(request, info)
        // The job is removed, so its links would be dead.
        const { links, ...gone } = info
        return jsonAnswer<JobInfo>(request, { ...gone, status: 'dismissed' })
      }
    }
  ]
}
