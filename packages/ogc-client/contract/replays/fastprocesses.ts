import type { Replay } from './replay.ts'

const common = {
  server: 'fastprocesses',
  source: 'https://github.com/StefanSchuhart/fastProcesses',
  evidence: 'a run of 0.24.1'
} as const
const described = { request: 'GET /processes/draw', body: { id: 'draw', version: '1.0.0', outputs: { picture: {} } } }

export const fastprocesses: readonly Replay[] = [
  {
    ...common,
    title: 'a single output by reference is a link with the relation alternate',
    quirks: ['linkedOutputs'],
    exchanges: [
      described,
      {
        request: 'POST /processes/draw/execution',
        status: 201,
        headers: { Location: 'https://replay.example/base/jobs/f1' },
        body: { status: 'accepted', jobID: 'f1', type: 'process' }
      },
      { request: 'GET /jobs/f1', body: { status: 'successful', jobID: 'f1', type: 'process', progress: 100 } },
      {
        request: 'GET /jobs/f1/results',
        status: 204,
        headers: { Link: '</refs/sketch-7.png>; rel="alternate"; type="image/png"' }
      }
    ],
    call: { run: 'draw', mode: 'async', request: { outputs: { picture: { transmissionMode: 'reference' } } } },
    expected: { picture: ['reference', 'image/png', 'https://replay.example/refs/sketch-7.png'] }
  },
  {
    ...common,
    title: 'a full last page of processes links only to itself: no warning',
    quirks: ['iterateLinked'],
    exchanges: [
      {
        request: 'GET /processes?limit=1',
        body: { processes: [{ id: 'draw', version: '1.0.0' }], links: [{ href: '?limit=1&offset=1', rel: 'next' }] }
      },
      {
        request: 'GET /processes?limit=1&offset=1',
        body: { processes: [{ id: 'erase', version: '1.0.0' }], links: [{ href: '/processes', rel: 'self' }] }
      }
    ],
    call: { processes: 1 },
    expected: ['draw', 'erase']
  },
  {
    ...common,
    title: 'filters of the job list are ignored: other jobs are not watched',
    quirks: ['matches'],
    exchanges: [
      {
        request: 'GET /jobs?status=failed',
        body: {
          jobs: [
            { jobID: 'f1', status: 'successful', type: 'process' },
            { jobID: 'f2', status: 'failed', type: 'process' }
          ]
        }
      }
    ],
    call: { watch: { status: ['failed'] } },
    expected: [['f2', 'failed']]
  }
]
