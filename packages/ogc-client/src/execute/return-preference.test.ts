import { expect, test } from 'vitest'
import { clientOf, empty, fakeServer, json } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const classes = (version: string) =>
  json({ conformsTo: [`https://www.opengis.net/spec/ogcapi-processes-1/${version}/conf/core`] })
const described = json({
  ...{ id: 'p', version: '1', outputs: { a: {}, b: {} } },
  ...{ jobControlOptions: ['async-execute'], outputTransmission: ['value', 'reference'] }
})
const started = json({ jobID: 'j', status: 'successful' }, { status: 201 })
const routes = {
  'GET /processes/p': described,
  'POST /processes/p/execution': started,
  'GET /jobs/j/results': json({ a: 1, b: 2 })
}

test('a server of version 2.0 is told by a preference, with respond-async, and again for the results', async () => {
  const server = fakeServer({ ...routes, 'GET /conformance': classes('2.0') })
  const ogc = clientOf(server)
  for (const wanted of ['minimal', 'representation'] as const) {
    server.calls.length = 0
    await ogc.run('p', { inputs: {} }, { return: wanted })
    expect(server.calls.slice(-2).map(({ line, headers, body }) => [line, headers.get('Prefer'), body])).toEqual([
      ['POST /processes/p/execution', `respond-async, return=${wanted}`, '{"inputs":{}}'],
      ['GET /jobs/j/results', `return=${wanted}`, undefined]
    ])
  }
  expect(server.lines().filter((line) => line === 'GET /conformance')).toEqual([])
})

test.each([
  ['minimal', undefined, { a: { transmissionMode: 'reference' }, b: { transmissionMode: 'reference' } }],
  ['representation', { a: {} }, { a: { transmissionMode: 'value' } }],
  ['minimal', { a: { transmissionMode: 'value' } }, { a: { transmissionMode: 'value' } }]
] as const)('a server of version 1.0 is told by transmissionMode (%s, %j)', async (wanted, outputs, sent) => {
  const server = fakeServer({ ...routes, 'GET /conformance': classes('1.0') })
  await clientOf(server).run('p', { ...(outputs && { outputs }) }, { return: wanted })
  const call = server.calls.find(({ line }) => line.startsWith('POST'))
  expect([call?.headers.get('Prefer'), JSON.parse(String(call?.body))]).toEqual(['respond-async', { outputs: sent }])
})

test('a process that offers no references is not asked for them', async () => {
  const plain = json({ id: 'p', version: '1', outputs: { a: {} }, outputTransmission: ['value'] })
  const server = fakeServer({ ...routes, 'GET /processes/p': plain, 'GET /conformance': empty(404) })
  await clientOf(server).run('p', {}, { return: 'minimal' })
  expect(server.calls.find(({ line }) => line.startsWith('POST'))?.body).toBe('{}')
})

test('a run at once says the preference alone, and is no job for it', async () => {
  const server = fakeServer({
    ...routes,
    'GET /conformance': classes('2.0'),
    'POST /processes/p/execution': json({ a: 1, b: 2 }, { status: 201 })
  })
  const results = await clientOf(server).run('p', {}, { return: 'minimal', mode: 'sync' })
  expect(results.toJSON()).toEqual({ a: 1, b: 2 })
  expect(server.calls.find(({ line }) => line.startsWith('POST'))?.headers.get('Prefer')).toBe('return=minimal')
})

test('another word is refused before anything is sent', async () => {
  const server = fakeServer({})
  expect(await rejection(clientOf(server).run('p', {}, { return: 'links' as never }))).toMatchObject({
    code: 'invalid-argument',
    message: 'return must be "minimal" or "representation", got "links"'
  })
  expect(server.calls).toEqual([])
})
