import { expect, test } from 'vitest'
import type { OgcClient } from '../client/ogc-client.ts'
import { type Answer, baseUrl, clientOf, empty, fakeServer, json, text } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const exceptions = 'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0'
const getJobs = `GET ${baseUrl}/jobs returned`

/** What an error tells a user, with the members that it must not have as undefined. */
const told = async (answer: Answer): Promise<object> => {
  const error = await rejection(clientOf(fakeServer({ 'GET /jobs': answer })).getJobs())
  const { code, status, message, exception, retryAfter, requestId, method, url } = error
  expect([code, method, url, status]).toEqual(['http-status', 'GET', `${baseUrl}/jobs`, expect.any(Number)])
  return { status, message, exception, retryAfter, requestId, type: error.apiError?.type }
}

const nothing = { exception: undefined, retryAfter: undefined, requestId: undefined, type: undefined }

test.each<[name: string, answer: Answer, expected: Record<string, unknown>]>([
  [
    '400 of wraptile, whose title has several lines',
    json({ type: 'urn:bad', title: '1 error\nmin_val', status: 400, detail: 'Not  an\ninteger' }, { status: 400 }),
    { status: 400, message: `${getJobs} 400: Not an integer`, type: 'urn:bad' }
  ],
  [
    '400 of pygeoapi',
    json({ type: 'InvalidParameterValue', code: 'InvalidParameterValue', description: 'no name' }, { status: 400 }),
    {
      status: 400,
      message: `${getJobs} 400: no name`,
      type: 'InvalidParameterValue',
      exception: 'invalid-parameter-value'
    }
  ],
  ['401 without a body', empty(401), { status: 401, message: `${getJobs} 401` }],
  [
    '401 of FastAPI',
    json({ detail: 'Not authenticated' }, { status: 401, statusText: 'Unauthorized' }),
    { status: 401, message: `${getJobs} 401 Unauthorized: Not authenticated`, type: 'about:blank' }
  ],
  [
    '403 with a request id',
    json({ title: 'Forbidden' }, { status: 403, headers: { 'X-Request-ID': 'r-7' } }),
    { status: 403, message: `${getJobs} 403: Forbidden`, type: 'about:blank', requestId: 'r-7' }
  ],
  [
    '404 of the standard',
    json({ type: `${exceptions}/no-such-job`, title: 'Not Found', status: 404 }, { status: 404 }),
    { status: 404, message: `${getJobs} 404: Not Found`, type: `${exceptions}/no-such-job`, exception: 'no-such-job' }
  ],
  [
    '405 as a page',
    text('<!doctype html><title>405 Method Not Allowed</title><h1>…</h1>', 'text/html', { status: 405 }),
    { status: 405, message: `${getJobs} 405: 405 Method Not Allowed` }
  ],
  ['409 as text', text('in use', 'text/plain', { status: 409 }), { status: 409, message: `${getJobs} 409: in use` }],
  [
    '422 of FastAPI',
    json(
      {
        detail: [
          { type: 'dict_type', loc: ['body', 'inputs'], msg: 'Input should be a valid dictionary', input: [1] },
          { type: 'enum', loc: ['body', 0], msg: 'Wrong' }
        ]
      },
      { status: 422 }
    ),
    {
      status: 422,
      message: `${getJobs} 422: body.inputs: Input should be a valid dictionary; body.0: Wrong`,
      type: 'about:blank'
    }
  ],
  [
    '429 with Retry-After',
    json({ title: 'Slow down' }, { status: 429, headers: { 'Retry-After': '7' } }),
    { status: 429, message: `${getJobs} 429: Slow down`, type: 'about:blank', retryAfter: 7000 }
  ],
  ['500 without a body', empty(500), { status: 500, message: `${getJobs} 500` }],
  [
    '502 of a gateway',
    text('<html><head><title>502 Bad Gateway</title></head><body><hr>nginx</body></html>', 'text/html', {
      status: 502
    }),
    { status: 502, message: `${getJobs} 502: 502 Bad Gateway` }
  ],
  ['503 with JSON that is no object', json('busy', { status: 503 }), { status: 503, message: `${getJobs} 503: busy` }],
  [
    '503 with broken JSON',
    text('{"title"', 'application/json', { status: 503 }),
    { status: 503, message: `${getJobs} 503: {"title"` }
  ]
])('%s', async (_, answer, expected) => {
  expect(await told(answer)).toEqual({ ...nothing, ...expected })
})

test.each<[name: string, line: string, call: (ogc: OgcClient) => Promise<unknown>]>([
  ['getProcess', 'GET /processes/nope', (ogc) => ogc.getProcess('nope')],
  ['executeProcess', 'POST /processes/nope/execution', (ogc) => ogc.executeProcess('nope', {})],
  ['run', 'GET /processes/nope', (ogc) => ogc.run('nope', {})],
  ['submit', 'POST /processes/nope/execution', (ogc) => ogc.submit('nope', {}, { mode: 'sync' })]
])('an unknown process: %s', async (_, line, call) => {
  const problem = { type: `${exceptions}/no-such-process`, title: 'Not Found', status: 404, detail: 'no nope here' }
  const error = await rejection(call(clientOf(fakeServer({ [line]: json(problem, { status: 404 }) }))))
  const [method, path] = line.split(' ')
  expect(error).toMatchObject({ code: 'http-status', status: 404, exception: 'no-such-process', apiError: problem })
  expect(error.message).toBe(`${method} ${baseUrl}${path} returned 404: no nope here`)
})

test.each<[name: string, line: string, call: (ogc: OgcClient) => Promise<unknown>]>([
  ['getJob', 'GET /jobs/nope', (ogc) => ogc.getJob('nope')],
  ['dismissJob', 'DELETE /jobs/nope', (ogc) => ogc.dismissJob('nope')],
  ['getJobResults', 'GET /jobs/nope/results', (ogc) => ogc.getJobResults('nope')],
  ['job.refresh', 'GET /jobs/nope', (ogc) => ogc.job('nope').refresh()],
  ['job.dismiss', 'DELETE /jobs/nope', (ogc) => ogc.job('nope').dismiss()],
  ['job.wait', 'GET /jobs/nope', (ogc) => ogc.job('nope').wait()]
])('an unknown job: %s', async (_, line, call) => {
  const problem = { type: `${exceptions}/no-such-job`, title: 'Not Found', status: 404, detail: 'no nope here' }
  const error = await rejection(call(clientOf(fakeServer({ [line]: json(problem, { status: 404 }) }))))
  const [method, path] = line.split(' ')
  expect(error).toMatchObject({ code: 'http-status', status: 404, exception: 'no-such-job', apiError: problem })
  expect(error.message).toBe(`${method} ${baseUrl}${path} returned 404: no nope here`)
})

test('results that are asked for too early', async () => {
  const problem = { type: `${exceptions}/result-not-ready`, title: 'Forbidden', status: 403, detail: 'still running' }
  const server = fakeServer({ 'GET /jobs/j/results': json(problem, { status: 403 }) })
  expect(await rejection(clientOf(server).getJobResults('j'))).toMatchObject({
    code: 'http-status',
    status: 403,
    exception: 'result-not-ready'
  })
})

test('inputs of a wrong type, with the server’s traceback', async () => {
  const problem = {
    type: 'urn:bad',
    title: 'Bad',
    status: 400,
    detail: 'min_val is no integer',
    traceback: ['a\n', 'b']
  }
  const server = fakeServer({ 'POST /processes/primes/execution': json(problem, { status: 400 }) })
  const error = await rejection(clientOf(server).executeProcess('primes', { inputs: { min_val: 'abc' } }))
  expect(error.message).toBe(`POST ${baseUrl}/processes/primes/execution returned 400: min_val is no integer`)
  expect(error.apiError?.traceback).toEqual(['a\n', 'b'])
})
