import type { Area, Feature } from '@geoclients/contract-core'
import type { JobInfo } from '../../src/types/wire.ts'
import type { OgcContext } from '../context.ts'
import { expect, expectEqual, expectStatus } from '../expectations.ts'
import { idOf, successfulJob } from '../samples.ts'
import { filterCases, filterFeature } from './job-filters.ts'

/** Three jobs that are done; their ids. */
export async function threeJobs(context: OgcContext): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < 3; n += 1) ids.push(idOf(await successfulJob(context)))
  return ids
}

function refuses(query: string, what: string): Feature<OgcContext> {
  return {
    id: `job-list.refuses-${query.split('=', 1)[0]}`,
    title: `${what} is refused in the list of jobs`,
    run: async ({ ask }) => expectStatus(await ask(`/jobs?${query}`), 400)
  }
}

/** The job list with its pages and filters (18-062r2, 11.2). */
export const jobList: Area<OgcContext> = {
  title: 'Job list',
  features: [
    {
      id: 'job-list.state',
      title: 'The list has the state of each job',
      async run(context) {
        const id = idOf(await successfulJob(context))
        const { jobs } = await context.ogc.getJobs()
        const pick = ({ jobID, processID, status }: JobInfo): unknown => ({ jobID, processID, status })
        expectEqual('the list', jobs.map(pick), [{ jobID: id, processID: 'primes_between', status: 'successful' }])
      }
    },
    {
      id: 'job-list.limit',
      title: 'A page of the list has as many jobs as requested',
      async run(context) {
        await threeJobs(context)
        expectEqual('the length of the page', (await context.ogc.getJobs({ limit: 2 })).jobs.length, 2)
      }
    },
    {
      id: 'job-list.next',
      title: 'Pages of the list link to the next one, and the last does not',
      async run(context) {
        const ids = await threeJobs(context)
        const { links } = await context.ogc.getJobs({ limit: ids.length - 1 })
        expect(
          links.some(({ rel }) => rel === 'next'),
          'there is no link of relation next'
        )
        const last = await context.ogc.getJobs({ limit: ids.length })
        expect(!last.links.some(({ rel }) => rel === 'next'), 'the last page has a link of relation next')
      }
    },
    {
      id: 'job-list.iterate',
      title: 'All jobs are found page by page, each once',
      async run(context) {
        const ids = await threeJobs(context)
        const found: string[] = []
        for await (const { jobID } of context.ogc.iterJobs({ limit: 2 })) found.push(jobID)
        expectEqual('the list', found.sort(), ids.sort())
      }
    },
    ...filterCases.map(filterFeature),
    refuses('limit=0', 'A limit of 0'),
    refuses('type=nope', 'An unknown type'),
    refuses('status=nope', 'An unknown status'),
    refuses('datetime=nope', 'A time that is none'),
    refuses('minDuration=nope', 'A least duration that is no number'),
    refuses('maxDuration=nope', 'A greatest duration that is no number')
  ]
}
