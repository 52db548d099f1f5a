import type { Feature } from '@geoclients/contract-core'
import type { JobFilter } from '../../src/http/job-filter.ts'
import type { Job } from '../../src/types/job.ts'
import type { OgcContext } from '../context.ts'
import { expectEqual, fail } from '../expectations.ts'
import { failedJob, idOf, startLong, startShort, successfulJob } from '../samples.ts'

/** A filter of the job list, with jobs that match it and jobs that do not. */
export interface FilterCase {
  readonly name: string
  readonly title: string
  /** Makes one job of each process of `there`, and says how they are filtered. */
  readonly setUp: (context: OgcContext) => Promise<JobFilter>
  /** The processes whose jobs match. */
  readonly matching: readonly string[]
}

/** The processes of the jobs that each case makes. */
export const there: readonly string[] = ['primes_between', 'sleep_a_while']

/** The processes of the jobs that a filtered list holds. */
export async function listed({ ogc }: OgcContext, filter: JobFilter): Promise<unknown[]> {
  return (await ogc.getJobs(filter)).jobs.map(({ processID }) => processID).sort()
}

const always =
  (setUp: (context: OgcContext) => Promise<unknown>, filter: JobFilter): FilterCase['setUp'] =>
  async (context) => {
    await setUp(context)
    return filter
  }

/** A job that takes no time, and one after it that does. */
async function oneAfterTheOther(context: OgcContext, duration: number): Promise<[first: Job, second: Job]> {
  const first = await successfulJob(context)
  const second = await context.ogc.submit('sleep_a_while', { inputs: { duration } }, { mode: 'async' })
  await second.wait()
  return [first, second]
}

async function startBoth(context: OgcContext): Promise<void> {
  await startShort(context)
  const job = await context.ogc.submit('sleep_a_while', { inputs: { duration: 0 } }, { mode: 'async' })
  await job.wait()
}

async function createdOf({ ogc }: OgcContext, job: Job): Promise<string> {
  return (await ogc.getJob(idOf(job))).created ?? fail('the job does not say when it was created')
}

/** 18-062r2, 11.2; a filter by type is not among them, since all jobs of Part 1 are of the same. */
export const filterCases: readonly FilterCase[] = [
  {
    name: 'process',
    title: 'process',
    setUp: always(startBoth, { processId: ['primes_between'] }),
    matching: ['primes_between']
  },
  {
    name: 'processes',
    title: 'several processes',
    setUp: always(startBoth, { processId: ['primes_between', 'bbox_area'] }),
    matching: ['primes_between']
  },
  { name: 'status', title: 'status', setUp: always(failedJob, { status: ['failed'] }), matching: ['sleep_a_while'] },
  {
    name: 'statuses',
    title: 'several statuses',
    setUp: always(startLong, { processId: ['sleep_a_while'], status: ['accepted', 'running'] }),
    matching: ['sleep_a_while']
  },
  {
    name: 'since',
    title: 'the earliest creation time',
    async setUp(context) {
      const [, second] = await oneAfterTheOther(context, 0)
      return { datetime: `${await createdOf(context, second)}/..` }
    },
    matching: ['sleep_a_while']
  },
  {
    name: 'until',
    title: 'the latest creation time',
    async setUp(context) {
      const [first] = await oneAfterTheOther(context, 0)
      return { datetime: `../${await createdOf(context, first)}` }
    },
    matching: ['primes_between']
  },
  {
    name: 'min-duration',
    title: 'the minimum duration',
    setUp: always((context) => oneAfterTheOther(context, 2), { minDuration: 1 }),
    matching: ['sleep_a_while']
  },
  {
    name: 'max-duration',
    title: 'the maximum duration',
    setUp: always((context) => oneAfterTheOther(context, 2), { maxDuration: 1 }),
    matching: ['primes_between']
  },
  {
    name: 'combined',
    title: 'several conditions at once',
    setUp: always(startBoth, { processId: ['primes_between'], status: ['failed'] }),
    matching: []
  }
]

export function filterFeature({ name, title, setUp, matching }: FilterCase): Feature<OgcContext> {
  return {
    id: `job-list.${name}`,
    title: `Jobs are filtered by ${title}`,
    run: async (context) =>
      expectEqual('the list of jobs by process', await listed(context, await setUp(context)), matching)
  }
}
