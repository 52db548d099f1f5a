import type { Deviation } from '@geoclients/contract-core'
import type { OgcContext } from '../context.ts'
import { errorOf, expect, expectEqual, expectStatus, fail } from '../expectations.ts'
import { threeJobs } from '../features/job-list.ts'
import { offered } from '../features/processes.ts'
import { primes } from '../samples.ts'
import { ignoredFilters } from './ignored-filters.ts'

type Table = Readonly<Record<string, Deviation<OgcContext>>>

async function listsAll({ ogc }: OgcContext): Promise<void> {
  const ids: string[] = []
  for await (const { id } of ogc.iterProcesses({ limit: 2 })) ids.push(id)
  expectEqual('the list', ids.filter((id) => offered.includes(id)).sort(), offered)
}

async function runsByFixedPaths({ ogc }: OgcContext): Promise<void> {
  const results = await ogc.run('primes_between', primes)
  expectEqual('the results', results.toJSON(), { return_value: [2, 3, 5, 7] })
}

const clientRefuses =
  (send: (context: OgcContext) => Promise<unknown>) =>
  async (context: OgcContext): Promise<void> => {
    expectEqual('the code of the error', (await errorOf(send(context))).code, 'invalid-argument')
    expectEqual('the number of answers', context.answers.length, 0)
  }

const oneProcessList = {
  support: 'no',
  server: 'Sends all processes, whatever limit says; does not check it.',
  client: 'Lists all processes.'
} as const

async function listsAllJobs(context: OgcContext): Promise<void> {
  const ids = await threeJobs(context)
  const found: string[] = []
  for await (const { jobID } of context.ogc.iterJobs({ limit: 2 })) found.push(jobID)
  expectEqual('the list', found.sort(), ids.sort())
  expectEqual('the number of pages', context.answers.filter(({ path }) => path.startsWith('/jobs?')).length, 1)
}

const noCheckOfJobs = {
  support: 'no',
  server: 'Does not check the parameters of the job list.',
  symptom: /^ERR_ASSERTION: GET \/jobs\?\w+=\w+: status is 200, expected 400$/
} as const

/** Landing page, processes and job list of wraptile. */
export const lists: Table = {
  'landing.links': {
    support: 'partly',
    server: 'Links to everything with the relation service, and to some resources with URL templates.',
    client: 'Uses the fixed paths of the standard.',
    symptom: /^ERR_ASSERTION: there is no link of relation \S+processes$/,
    instead: runsByFixedPaths
  },
  'landing.api-definition': {
    support: 'partly',
    server: 'Links to its OpenAPI document with the relation service.',
    client: 'Does not need the API definition.',
    symptom: /^ERR_ASSERTION: there is no link of relation service-desc$/,
    async instead({ ogc }) {
      const { links } = await ogc.getCapabilities()
      const { href } = links.find(({ href }) => href.endsWith('/openapi.json')) ?? fail('there is no link to it')
      expect('paths' in (await (await ogc.fetch(href)).json()), 'it is no OpenAPI document')
    }
  },
  'errors.unknown-path': {
    support: 'partly',
    server: 'Returns { "detail": "Not Found" }.',
    client: 'Uses the detail as the reason.',
    symptom: /^ERR_ASSERTION: the exception has no type$/,
    async instead({ ogc }) {
      const { status, message } = await errorOf(ogc.getProcess('a/b'))
      expectEqual('the status', status, 404)
      expect(message.endsWith('Not Found'), `the message is ${message}`)
    }
  },
  'processes.job-control': {
    support: 'no',
    server: 'Does not say how a process may be run.',
    client: 'Asks for a job. The server may choose.',
    symptom: /^ERR_ASSERTION: jobControlOptions of bbox_area is undefined/,
    async instead({ ogc }) {
      const job = await ogc.submit('bbox_area', { inputs: { bbox: { bbox: [0, 0, 1, 1] } } })
      expect((await job.results()).has('area'), 'the run has no area')
    }
  },
  'processes.limit': {
    ...oneProcessList,
    symptom: /^ERR_ASSERTION: the length of the page is \d+, expected 2$/,
    instead: listsAll
  },
  'processes.next': {
    ...oneProcessList,
    symptom: /^ERR_ASSERTION: there is no link of relation next$/,
    instead: listsAll
  },
  'processes.limit-0': {
    ...oneProcessList,
    client: 'Refuses such a limit before it is sent.',
    symptom: /^ERR_ASSERTION: the status is 200, expected 400$/,
    instead: clientRefuses(({ ogc }) => ogc.getProcesses({ limit: 0 }))
  },
  'processes.limit-many': {
    ...oneProcessList,
    client: 'Refuses such a limit before it is sent.',
    symptom: /^ERR_ASSERTION: the status is 200, expected 400$/,
    instead: clientRefuses(({ ogc }) => ogc.getProcesses({ limit: Number.NaN }))
  },
  'description.transmission': {
    support: 'no',
    server: 'Does not say how outputs may be transmitted.',
    client: 'Reads values and references alike.',
    symptom: /^ERR_ASSERTION: outputTransmission is undefined/,
    instead: runsByFixedPaths
  },
  'description.execute-link': {
    support: 'no',
    server: 'Has no links in a description.',
    client: 'Uses the fixed paths of the standard.',
    symptom: /^ERR_ASSERTION: there is no link of relation \S+execute$/,
    instead: runsByFixedPaths
  },
  'job-list.limit': {
    support: 'no',
    server: 'Sends all jobs, whatever limit says.',
    client: 'Returns what the server sent.',
    symptom: /^ERR_ASSERTION: the length of the page is 3, expected 2$/,
    async instead(context) {
      await threeJobs(context)
      expectEqual('the length of the page', (await context.ogc.getJobs({ limit: 2 })).jobs.length, 3)
    }
  },
  'job-list.next': {
    support: 'no',
    server: 'Sends all jobs on one page.',
    client: 'Lists all jobs.',
    symptom: /^ERR_ASSERTION: there is no link of relation next$/,
    instead: listsAllJobs
  },
  ...ignoredFilters(
    'Sends all jobs, whatever the filter says.',
    'Returns what the server sent. Check the jobs yourself.'
  ),
  'job-list.refuses-limit': {
    ...noCheckOfJobs,
    client: 'Refuses such a limit before it is sent.',
    instead: clientRefuses(({ ogc }) => ogc.getJobs({ limit: 0 }))
  },
  'job-list.refuses-type': {
    ...noCheckOfJobs,
    client: 'Sends any type, because servers have non-standard ones. Returns all jobs.',
    instead: async ({ ask }) => expectStatus(await ask('/jobs?type=nope'), 200)
  },
  'job-list.refuses-status': {
    ...noCheckOfJobs,
    client: 'Sends any status, because servers have non-standard ones. Returns all jobs.',
    instead: async ({ ask }) => expectStatus(await ask('/jobs?status=nope'), 200)
  },
  'job-list.refuses-datetime': {
    ...noCheckOfJobs,
    client: 'Refuses such a time before it is sent.',
    instead: clientRefuses(({ ogc }) => ogc.getJobs({ datetime: 'nope' }))
  },
  'job-list.refuses-minDuration': {
    ...noCheckOfJobs,
    client: 'Refuses such a duration before it is sent.',
    instead: clientRefuses(({ ogc }) => ogc.getJobs({ minDuration: Number.NaN }))
  },
  'job-list.refuses-maxDuration': {
    ...noCheckOfJobs,
    client: 'Refuses such a duration before it is sent.',
    instead: clientRefuses(({ ogc }) => ogc.getJobs({ maxDuration: Number.NaN }))
  }
}
