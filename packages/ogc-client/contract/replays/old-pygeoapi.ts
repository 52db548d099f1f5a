import type { Replay } from './replay.ts'

const described = {
  request: 'GET /processes/hello-world',
  body: { id: 'hello-world', version: '0.2.0', outputs: { echo: {} } }
}
const Location = 'http://replay.example/base/jobs/o1'
const done = [
  {
    request: 'GET /jobs/o1',
    body: {
      type: 'process',
      processID: 'hello-world',
      jobID: 'o1',
      status: 'successful',
      finished: null,
      progress: 100
    }
  },
  {
    request: 'GET /jobs/o1/results',
    headers: { 'Content-Type': 'text/html' },
    body: '{"id": "echo", "value": "Hello World!"}'
  }
]
const expected = { echo: ['value', undefined, 'Hello World!'] }

const repository = 'https://github.com/geopython/pygeoapi'
const kept = 'https://replay.example/base/jobs/o3'
const several = { request: 'GET /processes/p', body: { id: 'p', version: '1', outputs: { count: {}, names: {} } } }

/** Versions from 0.15 on run in `npm run interop -- --older`. */
export const oldPygeoapi: readonly Replay[] = [
  {
    server: 'older pygeoapi',
    source: 'https://github.com/geopython/pygeoapi/issues/2105',
    evidence: 'issue',
    title: 'the response to an asynchronous execution is null',
    quirks: ['readStartedJob', 'jobIdFromLocation', 'readUnlabelled', 'idAndValue'],
    exchanges: [
      described,
      { request: 'POST /processes/hello-world/execution', status: 201, headers: { Location }, body: null },
      ...done
    ],
    call: { run: 'hello-world', mode: 'async' },
    expected
  },
  {
    server: 'older pygeoapi',
    source: 'https://github.com/geopython/pygeoapi/issues/2197',
    evidence: 'issue',
    title: 'a started job has id instead of jobID',
    quirks: ['idForJobId'],
    exchanges: [
      described,
      {
        request: 'POST /processes/hello-world/execution',
        status: 201,
        body: { id: 'o1', status: 'accepted', type: 'process' }
      },
      ...done
    ],
    call: { run: 'hello-world', mode: 'async' },
    expected
  },
  {
    server: 'pygeoapi',
    source: 'https://github.com/geopython/pygeoapi/issues/1579',
    evidence: 'issue',
    title: 'a document is a list of outputs',
    quirks: ['outputsArray', 'namedItems', 'isJobInfo'],
    exchanges: [
      described,
      {
        request: 'POST /processes/hello-world/execution',
        headers: { Location },
        body: { outputs: [{ id: 'other', value: 'Hello World!' }] }
      }
    ],
    call: { run: 'hello-world', mode: 'sync', request: { response: 'document' } },
    expected
  },
  {
    server: 'pygeoapi',
    source: 'https://github.com/geopython/pygeoapi/pull/1672',
    evidence: 'issue',
    title: 'an unknown job is an invalid parameter',
    quirks: ['missingResource', 'readProblem'],
    exchanges: [
      {
        request: 'GET /jobs/o2',
        status: 404,
        body: { code: 'InvalidParameterValue', type: 'InvalidParameterValue', description: 'o2' }
      }
    ],
    call: { job: 'o2' },
    expected: { error: { code: 'http-status', status: 404, exception: 'no-such-job' } }
  },
  {
    ...{ server: 'older pygeoapi', source: repository, evidence: 'a run of 0.15.0' },
    title: 'a failed synchronous run is a 200 with an exception, which names its job',
    quirks: ['isExceptionOf'],
    exchanges: [
      several,
      {
        request: 'POST /processes/p/execution',
        headers: { Location: kept },
        body: { code: 'InvalidParameterValue', description: 'the job cannot be updated' }
      }
    ],
    call: { run: 'p', mode: 'sync' },
    expected: {
      error: { code: 'job-failed', job: { id: 'o3' }, apiError: { detail: 'the job cannot be updated' } }
    }
  },
  {
    ...{ server: 'older pygeoapi', source: repository, evidence: 'a run of 0.18.0, 0.20.0 and 0.22.0' },
    title: 'the document is what a processor returns: outputs inside outputs',
    quirks: ['outputsInside'],
    exchanges: [
      several,
      {
        request: 'POST /processes/p/execution',
        headers: { Location: kept },
        body: { outputs: { count: { value: 2 }, names: { value: ['oak'] } } }
      }
    ],
    call: { run: 'p', mode: 'sync' },
    expected: { count: ['value', undefined, 2], names: ['value', undefined, ['oak']] },
    warned: ['outputs']
  },
  {
    ...{ server: 'pygeoapi', source: repository, evidence: 'a run of 0.24.0' },
    title: 'a failed synchronous run is a 400 whose Location names its job',
    quirks: ['failedRunOf'],
    exchanges: [
      several,
      {
        request: 'POST /processes/p/execution',
        status: 400,
        headers: { Location: kept },
        body: { type: 'InvalidParameterValue', code: 'InvalidParameterValue', description: 'no names were given' }
      },
      { request: 'GET /jobs/o3', body: { jobID: 'o3', type: 'process', processID: 'p', status: 'failed' } }
    ],
    call: { run: 'p', mode: 'sync' },
    expected: { error: { code: 'job-failed', job: { id: 'o3' }, apiError: { status: 400 } } }
  }
]
