import { expect, test } from 'vitest'
import { clientOf, empty, fakeServer, json } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const state = (status: string): object => ({ id: 'j', status, processingEntityType: 'ogc-api-processes' })

test('a job is prepared, changed, started and waited for', async () => {
  const server = fakeServer({
    'POST /jobs': json(state('created'), { status: 201, headers: { Location: '/base/jobs/j' } }),
    'PATCH /jobs/j': empty(204),
    'POST /jobs/j/results': json(state('accepted')),
    'GET /jobs/j': json(state('successful'))
  })
  const ogc = clientOf(server)
  const created = await ogc.createJob('my process', { inputs: { a: 1, file: new Uint8Array([71]) } })
  expect(created).toMatchObject({ jobID: 'j', type: 'process', status: 'created', processID: 'my process' })
  await ogc.updateJob('j', { inputs: { a: 2 } })
  expect(await ogc.startJob('j')).toMatchObject({ jobID: 'j', status: 'accepted' })
  expect(await ogc.job('j').wait()).toMatchObject({ status: 'successful' })
  expect(server.calls.map(({ line, body }) => [line, body && JSON.parse(String(body))])).toEqual([
    [
      'POST /jobs',
      {
        inputs: { a: 1, file: { value: 'Rw==', encoding: 'base64', mediaType: 'application/octet-stream' } },
        process: 'https://ogc.example/base/processes/my%20process',
        status: 'create'
      }
    ],
    ['PATCH /jobs/j', { inputs: { a: 2 } }],
    ['POST /jobs/j/results', {}],
    ['GET /jobs/j', undefined]
  ])
  expect(server.calls[2]?.headers.get('Prefer')).toBe('respond-async')
})

test('a job that only the Location names was created, and a start that says nothing is asked after', async () => {
  const server = fakeServer({
    'POST /jobs': empty(201, { Location: 'https://ogc.example/base/jobs/j' }),
    'POST /jobs/j/results': empty(204),
    'GET /jobs/j': json(state('running'))
  })
  const ogc = clientOf(server)
  expect(await ogc.createJob('p', {})).toMatchObject({ jobID: 'j', status: 'created', processID: 'p' })
  expect(await ogc.startJob('j')).toMatchObject({ jobID: 'j', status: 'running' })
})

test.each(['', '..', '\ud800'])('no job is created for the process %j', async (processId) => {
  const server = fakeServer({})
  expect(await rejection(clientOf(server).createJob(processId, {}))).toMatchObject({
    code: 'invalid-argument',
    message: expect.stringMatching(/^processID must be/)
  })
  expect(server.calls).toEqual([])
})

test('a job that has started is locked', async () => {
  const locked = { type: 'http://www.opengis.net/def/exceptions/ogcapi-processes-4/1.0/locked', title: 'Locked' }
  const ogc = clientOf(fakeServer({ 'PATCH /jobs/j': json(locked, { status: 423 }) }))
  expect(await rejection(ogc.updateJob('j', {}))).toMatchObject({ status: 423, exception: 'locked' })
})

test.each([
  ['a map', { a: 1, b: { href: 'https://x.example/b' } }],
  [
    'a list (weaver)',
    [
      { id: 'a', value: 1 },
      { id: 'b', href: 'https://x.example/b' }
    ]
  ]
])('the inputs of a job are told by id, be they %s', async (_, inputs) => {
  const ogc = clientOf(fakeServer({ 'GET /jobs/j/inputs': json({ inputs, links: [] }) }))
  expect(await ogc.getJobInputs('j')).toEqual({ inputs: { a: 1, b: { href: 'https://x.example/b' } }, links: [] })
})

test('the definition of a job is told as it is', async () => {
  const definition = { process: 'https://ogc.example/base/processes/p', inputs: { a: 1 } }
  const ogc = clientOf(fakeServer({ 'GET /jobs/j/definition': json(definition) }))
  expect(await ogc.getJobDefinition('j')).toEqual(definition)
})

test('neither a creation nor a start is sent twice by itself', async () => {
  const server = fakeServer({
    'POST /jobs': empty(502),
    'POST /jobs/j/results': empty(502),
    'PATCH /jobs/j': empty(502)
  })
  const ogc = clientOf(server, { retry: { limit: 3 } })
  await rejection(ogc.createJob('p', {}))
  await rejection(ogc.startJob('j'))
  await rejection(ogc.updateJob('j', {}))
  expect(server.lines()).toEqual(['POST /jobs', 'POST /jobs/j/results', 'PATCH /jobs/j'])
})

test('a member that no request has is refused before anything is sent', async () => {
  const server = fakeServer({})
  expect(await rejection(clientOf(server).createJob('p', { a: 1 } as never))).toMatchObject({
    code: 'invalid-argument',
    message: 'request has an unknown member "a": did you mean inputs: { a: … }?'
  })
  expect(server.calls).toEqual([])
})
