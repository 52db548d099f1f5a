import type { Deviation } from '@geoclients/contract-core'
import type { JobFilter } from '../../../src/http/job-filter.ts'
import type { OgcContext } from '../../context.ts'
import { errorOf, expectEqual, expectStatus } from '../../expectations.ts'
import { idOf, successfulJob } from '../../samples.ts'
import { ignoredFilters } from '../ignored-filters.ts'
import type { Table } from './results.ts'

const ignores = 'Ignores all filters.'

/** Where pygeoapi deviates in what it refuses of the job list, with a job manager and without. */
export const unchecked: Table = {
  'job-list.refuses-type': {
    ...ignored('type=nope'),
    client: 'Sends any type, because servers have non-standard ones.',
    instead: ({ ask }) => ask('/jobs?type=nope').then((answer) => expectStatus(answer, 200))
  },
  'job-list.refuses-status': {
    ...ignored('status=nope'),
    client: 'Sends any status, because servers have non-standard ones.',
    instead: ({ ask }) => ask('/jobs?status=nope').then((answer) => expectStatus(answer, 200))
  },
  'job-list.refuses-datetime': { ...ignored('datetime=nope'), instead: refused({ datetime: 'nope' }) },
  'job-list.refuses-minDuration': { ...ignored('minDuration=nope'), instead: refused({ minDuration: Number.NaN }) },
  'job-list.refuses-maxDuration': { ...ignored('maxDuration=nope'), instead: refused({ maxDuration: Number.NaN }) }
}

/** Where it deviates in the list that it gives. */
export const jobList: Table = {
  'job-list.next': {
    support: 'partly',
    server: 'A full last page links to another page, which is empty.',
    client: 'Ends at an empty page.',
    symptom: /: the last page has a link of relation next$/,
    async instead(context) {
      const ids = [await successfulJob(context), await successfulJob(context)].map(idOf)
      const found: string[] = []
      for await (const { jobID } of context.ogc.iterJobs({ limit: 2 })) found.push(jobID)
      expectEqual('the list', found.sort(), ids.sort())
    }
  },
  ...ignoredFilters(ignores, 'Returns all jobs. Check each one yourself.')
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
