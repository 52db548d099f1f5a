import type { Replay } from './replay.ts'

const server = 'MAAP'
const source = 'https://github.com/MAAP-Project/maap-api-nasa/blob/develop/api/endpoints/ogc.py'
const evidence = 'source code'
const job = { id: 'm1', processID: 'p', type: null, title: null, request: null, message: null, progress: null }

export const maap: readonly Replay[] = [
  {
    ...{ server, source, evidence },
    title: 'an execution is a 202; a job has id and a type of null; links are relative',
    quirks: ['idForJobId', 'readStartedJob', 'resolveLink'],
    exchanges: [
      { request: 'GET /processes/p', body: { id: 'p', version: '1', outputs: { out: {} } } },
      {
        request: 'POST /processes/p/execution',
        status: 202,
        body: { ...job, status: 'accepted', links: [{ href: '/base/jobs/m1', rel: 'self', type: null }] }
      },
      { request: 'GET /jobs/m1', body: { ...job, status: 'running' } },
      { request: 'GET /jobs/m1', body: { ...job, status: 'successful' } },
      { request: 'GET /jobs/m1/results', body: { out: { href: '/store/m1/out.tif' } } }
    ],
    call: { run: 'p', mode: 'async' },
    expected: { out: ['reference', undefined, 'https://replay.example/store/m1/out.tif'] }
  },
  {
    ...{ server, source, evidence },
    title: 'unknown members of a job are null',
    quirks: ['idForJobId', 'typeOrProcess', 'withoutNulls'],
    exchanges: [{ request: 'GET /jobs/m1', body: { ...job, status: 'running' } }],
    call: { job: 'm1' },
    expected: { jobID: 'm1', id: 'm1', processID: 'p', type: 'process', status: 'running' }
  },
  {
    ...{ server, source, evidence },
    title: 'a duplicate job has the status deduped, which is an end',
    quirks: ['normaliseStatus'],
    exchanges: [
      { request: 'GET /processes/p', body: { id: 'p', version: '1' } },
      { request: 'POST /processes/p/execution', status: 202, body: { ...job, status: 'accepted' } },
      { request: 'GET /jobs/m1', body: { ...job, status: 'deduped' } }
    ],
    call: { run: 'p', mode: 'async' },
    expected: { error: { code: 'job-dismissed' } }
  },
  {
    ...{ server, source, evidence },
    title: 'a dismissal returns 202 before it is complete',
    quirks: ['idForJobId'],
    exchanges: [
      {
        request: 'DELETE /jobs/m1',
        status: 202,
        body: { id: 'm1', type: 'process', detail: 'queued', status: 'dismissed' }
      }
    ],
    call: { dismiss: 'm1' },
    expected: { jobID: 'm1', id: 'm1', type: 'process', detail: 'queued', status: 'dismissed' }
  }
]
