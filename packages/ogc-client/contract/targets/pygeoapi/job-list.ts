import type { Deviation } from '@geoclients/contract-core'
import type { JobFilter } from '../../../src/job-filter.ts'
import type { OgcContext } from '../../context.ts'
import { errorOf, expectEqual, expectStatus } from '../../expectations.ts'
import { idOf, successfulJob } from '../../samples.ts'
import type { Table } from './results.ts'

const ignores = 'Ignores all filters.'

/** Where pygeoapi deviates in what it refuses of the job list, with a job manager and without. */
export const unchecked: Table = {
  'job-list.refuses-status': {
    ...ignored('status=nope'),
    client: 'Sends any status: servers have others than the standard.',
    instead: ({ ask }) => ask('/jobs?status=nope').then((answer) => expectStatus(answer, 200))
  },
  'job-list.refuses-datetime': { ...ignored('datetime=nope'), instead: refused({ datetime: 'nope' }) },
  'job-list.refuses-minDuration': { ...ignored('minDuration=nope'), instead: refused({ minDuration: Number.NaN }) }
}

/** Where it deviates in the list that it gives. */
export const jobList: Table = {
  'job-list.next': {
    support: 'partly',
    server: 'A last page that is full links to another one, which is empty.',
    client: 'Ends at an empty page.',
    symptom: /: the last page has a link of relation next$/,
    async instead(context) {
      const ids = [await successfulJob(context), await successfulJob(context)].map(idOf)
      const found: string[] = []
      for await (const { jobID } of context.ogc.iterJobs({ limit: 2 })) found.push(jobID)
      expectEqual('the list', found.sort(), ids.sort())
    }
  },
  ...unfiltered('process', { processId: ['bbox_area'] }, 2, 1),
  ...unfiltered('processes', { processId: ['bbox_area', 'echo_inputs'] }, 2, 1),
  ...unfiltered('status', { status: ['failed'] }, 2, 1),
  ...unfiltered('statuses', { status: ['failed'] }, 2, 1),
  ...unfiltered('until', { datetime: '../2000-01-01T00:00:00Z' }, 1, 0),
  ...unfiltered('min-duration', { minDuration: 3600 }, 1, 0),
  ...unfiltered('combined', { processId: ['bbox_area'], status: ['failed'] }, 2, 0)
}

function ignored(query: string): Pick<Deviation<OgcContext>, 'support' | 'server' | 'client' | 'symptom'> {
  return {
    support: 'no',
    server: ignores,
    client: 'Refuses it before it is sent.',
    symptom: new RegExp(`: GET /jobs\\?${query}: status is 200, expected 400$`)
  }
}

function refused(filter: JobFilter): Deviation<OgcContext>['instead'] {
  return async ({ ogc }) =>
    expectEqual('the code of the error', (await errorOf(ogc.getJobs(filter))).code, 'invalid-argument')
}

/** A list of all jobs, where only some were asked for. */
function unfiltered(name: string, filter: JobFilter, found: number, expected: number): Table {
  return {
    [`job-list.${name}`]: {
      support: 'no',
      server: ignores,
      client: 'Gives all jobs: look at each.',
      symptom: new RegExp(`: the number of jobs is ${found}, expected ${expected}$`),
      async instead(context) {
        const job = await successfulJob(context)
        const { jobs } = await context.ogc.getJobs(filter)
        expectEqual(
          'the list',
          jobs.map(({ jobID }) => jobID),
          [job.id]
        )
      }
    }
  }
}
