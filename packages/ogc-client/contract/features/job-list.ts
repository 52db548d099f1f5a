import type { Area, Feature } from '@geoclients/contract-core'
import type { JobInfo } from '../../src/contract-types.ts'
import type { JobFilter } from '../../src/job-filter.ts'
import type { OgcContext } from '../context.ts'
import { expect, expectEqual, expectStatus } from '../expectations.ts'
import { failedJob, idOf, startLong, startShort, successfulJob } from '../samples.ts'

const soon = '2000-01-01T00:00:00Z/..'
const longAgo = '../2000-01-01T00:00:00Z'

/** Three jobs that are done; their ids. */
async function threeJobs(context: OgcContext): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < 3; n += 1) ids.push(idOf(await successfulJob(context)))
  return ids
}

/** Sets up jobs, and wants of the list that it holds exactly those that match. */
function filters(
  name: string,
  title: string,
  setUp: (context: OgcContext) => Promise<unknown>,
  filter: JobFilter,
  expected: number
): Feature<OgcContext> {
  return {
    id: `job-list.${name}`,
    title: `Jobs are filtered by ${title}`,
    async run(context) {
      await setUp(context)
      expectEqual('the number of jobs', (await context.ogc.getJobs(filter)).jobs.length, expected)
    }
  }
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
      title: 'The list holds the state of each job',
      async run(context) {
        const id = idOf(await successfulJob(context))
        const { jobs } = await context.ogc.getJobs()
        const pick = ({ jobID, processID, status }: JobInfo): unknown => ({ jobID, processID, status })
        expectEqual('the list', jobs.map(pick), [{ jobID: id, processID: 'primes_between', status: 'successful' }])
      }
    },
    {
      id: 'job-list.limit',
      title: 'A page of the list holds as many jobs as were asked for',
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
    filters('process', 'process', startBoth, { processId: ['primes_between'] }, 1),
    filters('processes', 'several processes', startBoth, { processId: ['primes_between', 'bbox_area'] }, 1),
    filters('status', 'status', failedJob, { status: ['failed'] }, 1),
    filters(
      'statuses',
      'several statuses',
      startLong,
      { processId: ['sleep_a_while'], status: ['accepted', 'running'] },
      1
    ),
    filters('type', 'type', successfulJob, { type: ['process'] }, 1),
    filters('since', 'the time since which they were created', successfulJob, { datetime: soon }, 1),
    filters('until', 'the time until which they were created', successfulJob, { datetime: longAgo }, 0),
    filters('min-duration', 'the least duration', successfulJob, { minDuration: 3600 }, 0),
    filters('max-duration', 'the greatest duration', successfulJob, { maxDuration: 3600 }, 1),
    filters(
      'combined',
      'several conditions at once',
      startBoth,
      { processId: ['primes_between'], status: ['failed'] },
      0
    ),
    refuses('limit=0', 'A limit of 0'),
    refuses('status=nope', 'An unknown status'),
    refuses('datetime=nope', 'A time that is none'),
    refuses('minDuration=nope', 'A duration that is no number')
  ]
}

/** Two jobs of two processes, one of them successful. */
async function startBoth(context: OgcContext): Promise<void> {
  await startShort(context)
  const job = await context.ogc.submit('sleep_a_while', { inputs: { duration: 0 } }, { mode: 'async' })
  await job.wait()
}
