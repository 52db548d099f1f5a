import type { Replay } from './replay.ts'

const server = 'ZOO-Project'
const source = 'https://github.com/ZOO-Project/ZOO-Project/blob/main/zoo-project/zoo-kernel/service_json.c'
const ades = 'https://gist.github.com/fabricebrito/4a0d2c86ba3cccf2b9d3300870338f39'
const described = { request: 'GET /processes/p', body: { id: 'p', version: '1.0.0', outputs: { a: {}, b: {} } } }
const ran = { server, source: 'https://github.com/ZOO-Project/ZOO-Project', evidence: 'a run of 2.1.1-dev' } as const
const failed = { id: 'z3', jobID: 'z3', type: 'process', processID: 'p' }
const job = { jobID: 'z1', id: 'z1', type: 'process', processID: 'p' }

export const zoo: readonly Replay[] = [
  {
    server,
    source,
    evidence: 'notes of this project',
    title: 'the monitor link has no angle brackets, a job has both ids, and may be paused',
    quirks: ['jobIdFromMonitorLink', 'idForJobId', 'normaliseStatus'],
    exchanges: [
      described,
      {
        request: 'POST /processes/p/execution',
        status: 201,
        headers: { Link: 'https://replay.example/ogc-api/jobs/z1; rel=monitor' },
        body: ''
      },
      { request: 'GET /jobs/z1', body: { ...job, status: 'paused' } },
      { request: 'GET /jobs/z1', body: { ...job, status: 'successful' } },
      {
        request: 'GET /jobs/z1/results',
        body: { a: { value: 'x;y', format: { mediaType: 'text/csv', encoding: 'utf-8' } }, b: '5' }
      }
    ],
    call: { run: 'p', mode: 'async' },
    expected: { a: ['value', 'text/csv', 'x;y'], b: ['value', undefined, '5'] },
    warned: ['unknown job status "paused"']
  },
  {
    server,
    source,
    evidence: 'source code',
    title: 'with io_as_array the outputs are a list',
    quirks: ['namedItems'],
    exchanges: [
      described,
      {
        request: 'POST /processes/p/execution',
        body: [
          { id: 'a', value: 'x;y', format: { mediaType: 'text/csv', encoding: 'utf-8' } },
          { id: 'b', href: 'https://replay.example/temp/b.tif', format: { mediaType: 'image/tiff' } }
        ]
      }
    ],
    call: { run: 'p', mode: 'sync' },
    expected: { a: ['value', 'text/csv', 'x;y'], b: ['reference', 'image/tiff', 'https://replay.example/temp/b.tif'] }
  },
  {
    server: 'ZOO-Project (EOEPCA ADES)',
    source: ades,
    evidence: 'documentation',
    title: 'the progress is text',
    quirks: ['progressAsNumber', 'typeOrProcess'],
    exchanges: [
      {
        request: 'GET /jobs/z1',
        body: {
          jobID: 'z1',
          started: '2023-03-22T02:56:45.066492Z',
          finished: '2023-03-22T03:10:21.343129Z',
          status: 'successful',
          message: 'Done',
          progress: '100',
          links: [{ href: 'https://replay.example/base/processes/p/jobs/z1/results', rel: 'results' }]
        }
      }
    ],
    call: { job: 'z1' },
    expected: {
      jobID: 'z1',
      type: 'process',
      started: '2023-03-22T02:56:45.066492Z',
      finished: '2023-03-22T03:10:21.343129Z',
      status: 'successful',
      message: 'Done',
      progress: 100,
      links: [{ href: 'https://replay.example/base/processes/p/jobs/z1/results', rel: 'results' }]
    }
  },
  {
    server,
    source,
    evidence: 'source code',
    title: 'the pages of lists use skip',
    quirks: ['iterateLinked'],
    exchanges: [
      {
        request: 'GET /jobs?limit=1',
        body: { jobs: [{ ...job, status: 'running' }], links: [{ rel: 'next', href: '/base/jobs?limit=1&skip=1' }] }
      },
      {
        request: 'GET /jobs?limit=1&skip=1',
        body: {
          jobs: [{ ...job, jobID: 'z2', status: 'failed' }],
          links: [{ rel: 'prev', href: '/base/jobs?limit=1&skip=0' }]
        }
      }
    ],
    call: { jobs: 1 },
    expected: [
      ['z1', 'running'],
      ['z2', 'failed']
    ]
  },
  {
    ...ran,
    title: 'the results of a failed job are an exception with status 200',
    quirks: ['isExceptionOf'],
    exchanges: [
      { request: 'GET /processes/p', body: { id: 'p', version: '1.0.0', outputs: { a: {} } } },
      { request: 'GET /jobs/z3', body: { ...failed, status: 'failed', message: 'Job failed' } },
      {
        request: 'GET /jobs/z3/results',
        status: 302,
        headers: { Location: 'https://replay.example/base/temp//z3.json' },
        body: ''
      },
      {
        request: 'GET /temp//z3.json',
        body: { title: 'NoApplicableCode', type: 'NoApplicableCode', detail: 'the service could not be run: no elms' }
      }
    ],
    call: { results: 'z3' },
    expected: { error: { code: 'http-status', apiError: { detail: 'the service could not be run: no elms' } } }
  },
  {
    ...ran,
    title: 'several raw outputs: headers and contents of the parts cannot be separated',
    quirks: ['PartNames'],
    exchanges: [
      { request: 'GET /processes/p', body: { id: 'p', version: '1.0.0', outputs: { a: {}, b: {} } } },
      {
        request: 'POST /processes/p/execution',
        headers: { 'Content-Type': 'Multipart/Related; boundary="--z3"; type=text/plain; start=a' },
        body: '----z3\r\nContent-ID: a\r\nContent-Type: text/plain\r\nContent-Disposition: INLINE\r\n2----z3\r\nContent-ID: b\r\n\r\nhi----z3--\r\n'
      }
    ],
    call: { run: 'p', mode: 'sync', request: { response: 'raw' } },
    expected: { error: { code: 'malformed-body' } }
  }
]
