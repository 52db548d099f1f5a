import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { type Answer, clientOf, empty, fails, fakeServer, json, text } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const execution = 'POST /processes/p/execution'
const started = json({ jobID: 'j', status: 'accepted' }, { status: 201 })
const described = (more: object): Answer => json({ id: 'p', version: '1', outputs: { a: { schema: {} } }, ...more })

test.each([
  ['both allowed', ['sync-execute', 'async-execute'], 'respond-async'],
  ['asynchronous only', ['async-execute'], 'respond-async'],
  ['synchronous only', ['sync-execute', 'dismiss'], null],
  ['nothing allowed', [], null],
  ['nothing said', undefined, 'respond-async'],
  ['nothing that can be read', 'sync', 'respond-async'],
  ['null', null, 'respond-async']
])('mode auto, %s', async (_, jobControlOptions, prefer) => {
  const server = fakeServer({ [execution]: started, 'GET /processes/p': described({ jobControlOptions }) })
  await clientOf(server).submit('p', {})
  expect(server.lines()).toEqual(['GET /processes/p', execution])
  expect(server.calls[1]?.headers.get('Prefer')).toBe(prefer)
})

test.each([
  ['sync', null],
  ['async', 'respond-async']
] as const)('mode %s asks for no description', async (mode, prefer) => {
  const server = fakeServer({ [execution]: started })
  const job = await clientOf(server).submit('p', { inputs: { x: 1 } }, { mode, headers: { 'X-A': '1' } })
  expect(server.lines()).toEqual([execution])
  const call = server.calls[0]
  expect([call?.headers.get('Prefer'), call?.headers.get('X-A'), call?.body]).toEqual([
    prefer,
    '1',
    '{"inputs":{"x":1}}'
  ])
  expect(call?.headers.get('Accept')).toBe('application/json, multipart/related;q=0.9, */*;q=0.8')
  expect([job.id, job.processId, job.status]).toEqual(['j', 'p', 'accepted'])
})

test.each<[what: string, answer: Answer, expected: object]>([
  ['no such process', empty(404), { code: 'http-status', status: 404 }],
  [
    'no such process, said with another status',
    json({ type: 'NoSuchProcess' }, { status: 400 }),
    { exception: 'no-such-process' }
  ],
  ['too many requests', empty(429), { code: 'http-status', status: 429 }],
  ['a gateway without its server', empty(502), { code: 'http-status', status: 502 }],
  ['a server that is down', empty(503), { code: 'http-status', status: 503 }],
  ['a gateway that waited in vain', empty(504), { code: 'http-status', status: 504 }],
  ['no connection', fails(new TypeError('no route')), { code: 'network' }]
])('mode auto fails as the description does: %s', async (_, answer, expected) => {
  const server = fakeServer({ 'GET /processes/p': answer, [execution]: started })
  const failure = await rejection(clientOf(server, { onWarning: () => {} }).submit('p', {}))
  expect(failure).toMatchObject(expected)
  expect(server.lines()).not.toContain(execution)
})

test.each<[what: string, answer: Answer]>([
  ['forbidden', empty(403)],
  ['a page of HTML', text('<html></html>', 'text/html')],
  ['broken JSON', text('{"id":', 'application/json')],
  ['no description', json([])],
  ['an error in making it', empty(500)]
])('mode auto runs a process either way whose description cannot be read, with one warning: %s', async (_, answer) => {
  const warnings: string[] = []
  const server = fakeServer({ 'GET /processes/p': answer, [execution]: started })
  const ogc = clientOf(server, { onWarning: (message) => warnings.push(message) })
  for (const job of [await ogc.submit('p', {}), await ogc.submit('p', {})]) expect(job.id).toBe('j')
  expect(server.calls.at(-1)?.headers.get('Prefer')).toBe('respond-async')
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toContain('cannot read the description of process "p", so the server chooses how to run it: ')
})

test('mode auto sends nothing after an abort or the end of the client', async () => {
  const user = new AbortController()
  const server = fakeServer({
    'GET /processes/p': () => {
      user.abort()
      return new Promise(() => {})
    },
    'GET /processes/q': () => {
      ogc.close()
      return new Promise(() => {})
    }
  })
  const ogc = clientOf(server)
  expect(await rejection(ogc.submit('p', {}, { signal: user.signal }))).toMatchObject({ code: 'aborted' })
  expect(await rejection(ogc.submit('q', {}))).toMatchObject({ code: 'closed' })
  expect(server.lines()).toEqual(['GET /processes/p', 'GET /processes/q'])
})

test('a request that cannot be meant is refused before the description is asked for', async () => {
  const server = fakeServer({})
  await rejection(clientOf(server).submit('p', { inputs: [] as never }))
  expect(server.calls).toEqual([])
})

test('inputs that a check of the caller does not allow are refused, after one request for the description', async () => {
  const server = fakeServer({ [execution]: started, 'GET /processes/p': described({}) })
  const given: unknown[] = []
  const validate = ({ id }: { readonly id: string }, inputs: unknown) => {
    given.push([id, inputs])
    return given.length === 1 ? [{ pointer: '/x', message: 'must be even' }] : []
  }
  const submit = () => clientOf(server).submit('p', { inputs: { x: 1 } }, { validate })
  expect(await rejection(submit())).toMatchObject({
    code: 'invalid-argument',
    message: 'the inputs of process "p" are not valid: inputs/x must be even'
  })
  expect(server.lines()).toEqual(['GET /processes/p'])
  expect((await submit()).id).toBe('j')
  expect(server.lines().slice(1)).toEqual(['GET /processes/p', execution])
  expect(given).toEqual(Array(2).fill(['p', { x: 1 }]))
})

test('an answer at once gives a finished job that holds its results', async () => {
  const server = fakeServer({ [execution]: json({ a: 5 }), 'GET /processes/p': described({}) })
  const job = await clientOf(server).submit('p', {}, { mode: 'sync' })
  expect([job.id, job.status]).toEqual([undefined, 'successful'])
  expect(job.info).toEqual({ jobID: '', processID: 'p', type: 'process', status: 'successful' })
  expect(await job.wait()).toBe(job.info)
  expect(await job.refresh()).toBe(job.info)
  expect((await job.results()).toJSON()).toEqual({ a: 5 })
  expect(await job.results()).toBe(await job.results())
  expect(server.lines()).toEqual([execution, 'GET /processes/p'])
})

test('an answer at once is named after the only output of a description that lists its outputs', async () => {
  const server = fakeServer({
    [execution]: text('a,b', 'text/csv'),
    'GET /processes/p': described({ outputs: [{ id: 'out' }] })
  })
  const ogc = clientOf(server)
  await ogc.getProcess('p')
  const job = await ogc.submit('p', {}, { mode: 'sync' })
  expect((await job.results()).toJSON()).toEqual({ out: 'a,b' })
})

test.each<[name: string, answer: Answer, map: unknown]>([
  ['text', text('{"x"', 'text/csv'), { a: '{"x"' }],
  ['bytes', text('II*', 'image/tiff'), { a: { value: 'SUkq', encoding: 'base64', mediaType: 'image/tiff' } }],
  ['JSON that is nearly a job', json({ jobID: 'j', status: 'fine' }), { a: { jobID: 'j', status: 'fine' } }],
  ['nothing', empty(204), {}]
])('an answer at once may be %s', async (_, answer, map) => {
  const ogc = clientOf(fakeServer({ [execution]: answer, 'GET /processes/p': described({}) }))
  await ogc.getProcess('p')
  const job = await ogc.submit('p', {}, { mode: 'sync' })
  expect((await job.results()).toJSON()).toEqual(map)
})

test('an answer at once that also kept a job has its id', async () => {
  const server = fakeServer({
    [execution]: json({ a: 5 }, { headers: { Location: '/base/jobs/7' } }),
    'GET /processes/p': described({}),
    'DELETE /jobs/7': empty(204)
  })
  const job = await clientOf(server).submit('p', {}, { mode: 'sync' })
  expect(job.id).toBe('7')
  expect((await job.results()).toJSON()).toEqual({ a: 5 })
  expect(await job.dismiss()).toMatchObject({ status: 'dismissed' })
})

test.each<[name: string, answer: Answer]>([
  ['an empty body', text('', undefined, { headers: { Location: '/base/jobs/j' } })],
  ['an empty body, said to be JSON', text('', 'application/json', { headers: { Location: '/base/jobs/j' } })],
  ['a body of null', json(null, { headers: { Location: '/base/jobs/j' } })],
  ['a 204', empty(204, { Location: '/base/jobs/j' })],
  ['a job that is queued', json({ jobID: 'j', status: 'queued' })],
  ['a job with a status of the server’s own', json({ jobID: 'j', type: 'process', status: 'stalled' })],
  ['a job labelled text/html', text('{"jobID":"j","status":"running"}', 'text/html')],
  ['a job labelled text/plain', text('{"jobID":"j","status":"running"}', 'text/plain')]
])('a 200 whose job has yet to give results is asked for them: %s', async (_, answer) => {
  const server = fakeServer({
    [execution]: answer,
    'GET /jobs/j': json({ jobID: 'j', status: 'successful' }),
    'GET /jobs/j/results': json({ a: 5 }),
    'GET /processes/p': described({})
  })
  expect((await clientOf(server).run('p', {}, { mode: 'sync' })).toJSON()).toEqual({ a: 5 })
})

test('a text of an answer at once is a text, also where it could be the state of a job', async () => {
  const schema = { type: 'string' }
  const server = fakeServer({
    [execution]: text('{"jobID":"j","status":"running"}', 'text/plain'),
    'GET /processes/p': described({ outputs: { a: { schema } } })
  })
  const results = await clientOf(server).run('p', {}, { mode: 'sync' })
  expect(await results.get('a').text()).toBe('{"jobID":"j","status":"running"}')
})

test('a null and an empty text are outputs where no job is named', async () => {
  const of = async (answer: Answer): Promise<unknown> => {
    const ogc = clientOf(fakeServer({ [execution]: answer, 'GET /processes/p': described({}) }))
    await ogc.getProcess('p')
    return (await ogc.run('p', {}, { mode: 'sync' })).toJSON()
  }
  expect([await of(json(null)), await of(text('', 'text/plain'))]).toEqual([{ a: null }, { a: '' }])
})

test('links to outputs are results, whatever job is named beside them', async () => {
  const answer = empty(204, { Location: '/base/jobs/j', Link: '</x>; rel="a"' })
  const job = await clientOf(fakeServer({ [execution]: answer })).submit('p', {}, { mode: 'sync' })
  expect([job.status, (await job.results()).has('a')]).toEqual(['successful', true])
})

test('the state of a job in a 200 is a job, whatever was asked for', async () => {
  const server = fakeServer({ [execution]: json({ jobID: 'j', status: 'running', progress: 3 }) })
  const job = await clientOf(server).submit('p', {}, { mode: 'sync' })
  expect(job.info).toEqual({ jobID: 'j', processID: 'p', type: 'process', status: 'running', progress: 3 })
})

test.each(['raw', 'document'] as const)('a response of %s is sent as it is', async (response) => {
  const server = fakeServer({ [execution]: started })
  await clientOf(server).submit('p', { response }, { mode: 'sync' })
  expect(server.calls[0]?.body).toBe(JSON.stringify({ response }))
})

test('the outputs that were asked for name those that come, also from a job', async () => {
  const request = { outputs: { b: {} } }
  const sync = fakeServer({ [execution]: text('12', 'application/json') })
  const results = await (await clientOf(sync).submit('p', request, { mode: 'sync' })).results()
  expect(results.toJSON()).toEqual({ b: 12 })
  expect(sync.lines()).toEqual([execution])

  const async = fakeServer({
    [execution]: json({ jobID: 'j', status: 'successful' }, { status: 201 }),
    'GET /jobs/j/results': text('12', 'application/json')
  })
  const job = await clientOf(async).submit('p', request, { mode: 'async' })
  expect((await job.results()).toJSON()).toEqual({ b: 12 })
  expect(async.lines()).toEqual([execution, 'GET /jobs/j/results'])
})

test('an execution that the server refused is not repeated', async () => {
  const busy = fakeServer({ [execution]: empty(503) })
  await rejection(clientOf(busy, { retry: {} }).submit('p', {}, { mode: 'sync' }))
  expect(busy.calls).toHaveLength(1)
})

test('an execution that the server cannot have seen is repeated', async () => {
  const clock = createVirtualClock()
  const refused = new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) })
  const server = fakeServer({ [execution]: [fails(refused), started] })
  const call = clientOf(server, { retry: {}, clock, random: () => 0 }).submit('p', {}, { mode: 'async' })
  await clock.advance(1_000)
  expect((await call).id).toBe('j')
  expect(server.lines()).toEqual([execution, execution])
})
