import { expect, test } from 'vitest'
import { createAnswerCheck } from './answer-check.ts'

const contract = new URL('../../../specs/ogc-processes/openapi.yaml', import.meta.url)
const check = await createAnswerCheck(contract, 'http://ogc.test/base')
const job = { jobID: 'job-1', type: 'process', status: 'running' }

const violations = async (method: string, path: string, answer: Response): Promise<string[]> =>
  (await check(method, `http://ogc.test/base${path}`, answer)).map(
    ({ operation, violation }) => `${operation}: ${violation}`
  )

test('an answer that matches has no violations, and its body is still there', async () => {
  const answer = Response.json(job)
  expect(await violations('GET', '/jobs/job-1', answer)).toEqual([])
  expect(await answer.json()).toEqual(job)
})

test('the body is held against the schema of its status and media type', async () => {
  const { type: _, ...untyped } = job
  expect(await violations('GET', '/jobs/job-1', Response.json(untyped))).toEqual([
    "GET /jobs/{jobID}: body must have required property 'type'"
  ])
})

test('an operation and a media type must be those of the contract', async () => {
  expect(await violations('PUT', '/jobs/job-1', Response.json(job))).toEqual([
    'PUT /base/jobs/job-1: is no operation of the contract'
  ])
  const html = new Response('<p>', { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
  expect(await violations('GET', '/jobs/job-1', html)).toEqual([
    'GET /jobs/{jobID}: media type text/html is not declared'
  ])
})

test('what lies outside of the contract, and what is refused there, is not checked', async () => {
  expect(await violations('GET', '/results-store/job-1/mean', Response.json({}))).toEqual([])
  expect(await check('GET', 'http://elsewhere.test/base/jobs/1/2', Response.json({}))).toEqual([])
  expect(await violations('PUT', '/jobs/job-1', Response.json({}, { status: 405 }))).toEqual([])
  expect(await violations('OPTIONS', '/jobs/job-1', new Response('OK'))).toEqual([])
})

test('a body that is labelled JSON must be JSON', async () => {
  const broken = new Response('{', { headers: { 'Content-Type': 'application/json' } })
  expect(await violations('GET', '/processes', broken)).toEqual(['GET /processes: body is no JSON'])
})

test('headers that the contract requires must be there', async () => {
  const created = Response.json({ ...job, status: 'accepted' }, { status: 201 })
  const execution = '/processes/echo/execution'
  expect(await violations('POST', execution, created)).toEqual([
    'POST /processes/{processID}/execution: header Location is missing'
  ])
  created.headers.set('Location', '/jobs/job-1')
  expect(await violations('POST', execution, created)).toEqual([])
})

test('a status that is not named is held against the default', async () => {
  const answer = Response.json({ title: 'Teapot' }, { status: 418 })
  expect(await violations('GET', '/jobs/job-1', answer)).toEqual([
    "GET /jobs/{jobID}: body must have required property 'type'"
  ])
})

test('there is a body where one is declared, and none where none is', async () => {
  expect(await violations('GET', '/jobs/job-1', new Response(null))).toEqual(['GET /jobs/{jobID}: body is missing'])
  const links = new Response(null, { status: 204, headers: { Link: '<x>; rel="mean"' } })
  expect(await violations('GET', '/jobs/job-1/results', links)).toEqual([])
})

test('a range of media types allows each of them, and the first matching schema counts', async () => {
  const picture = new Response('\x89PNG', { headers: { 'Content-Type': 'image/png' } })
  expect(await violations('GET', '/jobs/job-1/results', picture)).toEqual([])
  const problem = Response.json({ type: 1 }, { status: 404, headers: { 'Content-Type': 'application/problem+json' } })
  expect(await violations('GET', '/jobs/job-1', problem)).toEqual(['GET /jobs/{jobID}: body/type must be string'])
})

test('a request that is accepted must have what the contract requires, one that is refused need not', async () => {
  const cas = await createAnswerCheck(new URL('../../../specs/cas/openapi.yaml', import.meta.url), 'http://cas.test')
  const ofRequest = async (sent: object, status = 200): Promise<string[]> => {
    const url = 'http://cas.test/api/v1/extract/batch'
    const found = await cas('POST', url, Response.json({}, { status }), JSON.stringify(sent))
    return found.map(({ violation }) => violation).filter((text) => text.startsWith('request'))
  }
  expect(await ofRequest({ geometries: [], dataset_ids: [] })).toEqual([])
  const lacking = "request body must have required property 'dataset_ids'"
  expect(await ofRequest({ geometries: [] })).toEqual([lacking])
  expect(await ofRequest({ geometries: [] }, 422)).toEqual([])
})
