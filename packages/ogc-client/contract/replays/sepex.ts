import type { Replay } from './replay.ts'

const common = {
  server: 'SEPEX',
  source: 'https://github.com/Dewberry/sepex',
  evidence: 'a run of its main branch'
} as const
const described = {
  request: 'GET /processes/p',
  body: {
    info: { version: '1.0.0', id: 'p', title: 'P', jobControlOptions: ['sync-execute', 'async-execute'] },
    inputs: [{ id: 'text', title: 'text', input: { literalDataDomain: { dataType: 'string' } } }],
    outputs: [{ id: 'count' }, { id: 'file' }],
    links: null
  }
}
const outputs = { count: 3, file: { href: 'https://replay.example/data/f.json', title: 'f' } }
const job = { type: 'process', jobID: 's1', updated: '0001-01-01T00:00:00Z', processID: 'p' }
const expected = {
  count: ['value', undefined, 3],
  file: ['reference', undefined, 'https://replay.example/data/f.json']
}

export const sepex: readonly Replay[] = [
  {
    ...common,
    title: 'id and title of a process are in info; inputs and outputs are lists',
    quirks: ['describedById'],
    exchanges: [described],
    call: { process: 'p' },
    expected: {
      ...{ id: 'p', version: '1.0.0', title: 'P', jobControlOptions: ['sync-execute', 'async-execute'] },
      inputs: { text: { id: 'text', title: 'text', input: { literalDataDomain: { dataType: 'string' } } } },
      outputs: { count: { id: 'count' }, file: { id: 'file' } }
    }
  },
  {
    ...common,
    title: 'a synchronous run returns the state of its job with the outputs inside',
    quirks: ['isStateWithOutputs', 'outputsInside'],
    exchanges: [
      described,
      { request: 'POST /processes/p/execution', body: { ...job, status: 'successful', outputs, tags: [] } }
    ],
    call: { run: 'p', mode: 'sync' },
    expected,
    warned: ['outputs']
  },
  {
    ...common,
    title: 'results have their outputs inside, next to the job',
    quirks: ['outputsInside'],
    exchanges: [
      described,
      { request: 'GET /jobs/s1', body: { ...job, status: 'successful' } },
      { request: 'GET /jobs/s1/results', body: { jobID: 's1', updated: job.updated, outputs, tags: null } }
    ],
    call: { results: 's1' },
    expected,
    warned: ['outputs']
  },
  {
    ...common,
    title: 'a failed synchronous run is a 500 with the state of its job',
    quirks: ['failedRunOf'],
    exchanges: [
      described,
      {
        request: 'POST /processes/p/execution',
        status: 500,
        body: { ...job, status: 'failed', message: 'job unsuccessful. See its logs', tags: [] }
      },
      { request: 'GET /jobs/s1/results', status: 404, body: { message: 'no results' } }
    ],
    call: { run: 'p', mode: 'sync' },
    expected: { error: { code: 'job-failed', job: { id: 's1' } } }
  },
  {
    ...common,
    title: 'a job with the status lost has ended',
    quirks: ['normaliseStatus'],
    exchanges: [
      described,
      { request: 'POST /processes/p/execution', status: 201, body: { ...job, status: 'accepted' } },
      { request: 'GET /jobs/s1', body: { ...job, status: 'lost' } },
      { request: 'GET /jobs/s1/results', status: 404, body: { message: 'no results' } }
    ],
    call: { run: 'p', mode: 'async' },
    expected: { error: { code: 'job-failed' } }
  },
  {
    ...common,
    title: 'the link to the next page has its relation in the title',
    quirks: ['readLinks'],
    exchanges: [
      {
        request: 'GET /processes?limit=1',
        body: { links: [{ href: '/base/processes?offset=1&limit=1', title: 'next' }], processes: [{ id: 'p' }] }
      },
      { request: 'GET /processes?offset=1&limit=1', body: { links: [], processes: [{ id: 'q' }] } }
    ],
    call: { processes: 1 },
    expected: ['p', 'q']
  }
]
