import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { type Answer, clientOf, empty, fails, fakeServer, json, text } from './testing/fake-server.ts'
import { rejection } from './testing/rejection.ts'

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
  expect(warnings[0]).toContain(
    'process "p" is taken for one that may run either way, its description cannot be read: '
  )
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
  const job = await clientOf(server).submit('p', {}, { mode: 'sync' })
  expect((await job.results()).toJSON()).toEqual({ out: 'a,b' })
})

test.each<[name: string, answer: Answer, map: unknown]>([
  ['text', text('{"x"', 'text/csv'), { a: '{"x"' }],
  ['bytes', text('II*', 'image/tiff'), { a: { value: 'SUkq', encoding: 'base64', mediaType: 'image/tiff' } }],
  ['JSON that is nearly a job', json({ jobID: 'j', status: 'fine' }), { a: { jobID: 'j', status: 'fine' } }],
  ['nothing', empty(204), {}]
])('an answer at once may be %s', async (_, answer, map) => {
  const job = await clientOf(fakeServer({ [execution]: answer, 'GET /processes/p': described({}) })).submit(
    'p',
    {},
    { mode: 'sync' }
  )
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
  const of = async (answer: Answer): Promise<unknown> =>
    (
      await clientOf(fakeServer({ [execution]: answer, 'GET /processes/p': described({}) })).run(
        'p',
        {},
        { mode: 'sync' }
      )
    ).toJSON()
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

test.each<[name: string, answer: Answer, id: string, status: string]>([
  ['201 with a job', json({ jobID: 'j', status: 'running' }, { status: 201 }), 'j', 'running'],
  ['202 with a job', json({ jobID: 'j', status: 'accepted', type: null }, { status: 202 }), 'j', 'accepted'],
  ['201 with an id in place of jobID', json({ id: 'j', status: null }, { status: 201 }), 'j', 'accepted'],
  ['201 with a Location only', empty(201, { Location: 'https://ogc.example/base/jobs/j%201' }), 'j 1', 'accepted'],
  ['201 with null', json(null, { status: 201, headers: { Location: '/base/jobs/j?f=json' } }), 'j', 'accepted'],
  ['202 with a Location only', empty(202, { Location: '/base/jobs/j' }), 'j', 'accepted'],
  ['201 with a status link', empty(201, { Link: '</base/jobs/j>; rel="status"' }), 'j', 'accepted'],
  ['201 with an id that is a number', json({ jobID: 12, status: 'running' }, { status: 201 }), '12', 'running'],
  [
    '201 with an id that is a number, as its Location says',
    json({ jobID: 12, status: 'accepted' }, { status: 201, headers: { Location: '/b/jobs/12' } }),
    '12',
    'accepted'
  ],
  [
    '201 with an empty id and a Location',
    json({ jobID: '', status: 'running' }, { status: 201, headers: { Location: '/b/jobs/12' } }),
    '12',
    'running'
  ],
  [
    '201 with a status of HTTP and a Location',
    json({ status: 201 }, { status: 201, headers: { Location: '/b/jobs/12' } }),
    '12',
    'accepted'
  ],
  ['201 with a status of no text', json({ jobID: 'j', status: 3 }, { status: 201 }), 'j', 'accepted'],
  [
    '201 with a monitor link in its body',
    json(
      {
        links: [
          { rel: 'self', href: '/b/processes/p' },
          { rel: 'monitor', href: '/b/jobs/j' }
        ]
      },
      { status: 201 }
    ),
    'j',
    'accepted'
  ],
  [
    '202 with a link to itself in its body',
    json({ status: 'running', links: [{ rel: ['self'], href: '/b/jobs/j' }] }, { status: 202 }),
    'j',
    'running'
  ],
  ['201 with a monitor link', empty(201, { Link: '</base/jobs/j>; rel="monitor"' }), 'j', 'accepted'],
  ['201 with a bare monitor link', empty(201, { Link: '/base/jobs/j; rel=monitor' }), 'j', 'accepted'],
  [
    '201 with a Location that is no job’s',
    empty(201, { Location: '/base/queue', Link: '</base/jobs/j>; rel=monitor' }),
    'j',
    'accepted'
  ],
  [
    '201 with a page and a Location',
    text('<html>Created</html>', 'text/html', { status: 201, headers: { Location: '/base/jobs/j' } }),
    'j',
    'accepted'
  ],
  [
    'the id of the body before that of the header',
    json({ jobID: 'j', status: 'accepted' }, { status: 201, headers: { Location: '/jobs/other' } }),
    'j',
    'accepted'
  ]
])('readStartedJob: a job is started by %s', async (_, answer, id, status) => {
  const job = await clientOf(fakeServer({ [execution]: answer })).submit('p', {}, { mode: 'async' })
  expect([job.id, job.status, job.info.type, job.info.processID]).toEqual([id, status, 'process', 'p'])
})

const execute = 'POST https://ogc.example/base/processes/p/execution'

test.each<[name: string, answer: Answer, code: string, message: string]>([
  [
    'nothing that names it',
    empty(201),
    'malformed-body',
    `${execute} was answered with 201, but not with a job: neither its body nor a Location header names one: got undefined`
  ],
  [
    'a blank body',
    text(' \n', 'application/json', { status: 201 }),
    'malformed-body',
    `${execute} was answered with 201, but not with a job: neither its body nor a Location header names one: got undefined`
  ],
  [
    'an empty id',
    json({ jobID: '', status: 'accepted' }, { status: 201 }),
    'malformed-body',
    `${execute} was answered with 201, but not with a job: neither its body nor a Location header names one: got an object`
  ],
  [
    'broken JSON',
    text('{"jobID":', 'application/json', { status: 201 }),
    'malformed-body',
    `${execute} was answered with 201 and broken JSON: {"jobID":`
  ],
  [
    'a page',
    text('<title>Welcome</title>', 'text/html', { status: 201 }),
    'media-type',
    `${execute} was answered with 201 and text/html where JSON was expected: Welcome`
  ]
])('a job that is started by %s is refused', async (_, answer, code, message) => {
  const call = clientOf(fakeServer({ [execution]: answer })).submit('p', {}, { mode: 'async' })
  expect(await rejection(call)).toMatchObject({ code, message, method: 'POST' })
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

const located = { status: 201, headers: { Location: '/base/jobs/j' } }
const breaksOff = (): ReadableStream =>
  new ReadableStream({
    pull(controller) {
      controller.error(new TypeError('cut'))
    }
  })

test.each<[name: string, body: () => BodyInit]>([
  ['breaks off', breaksOff],
  ['never comes', () => new ReadableStream()],
  ['is too long', () => 'x'.repeat(2_000)],
  ['is no JSON', () => '{']
])('a job that Location names is not lost to a body that %s', async (_, body) => {
  const clock = createVirtualClock()
  const server = fakeServer({ [execution]: () => new Response(body(), located) })
  const submitted = clientOf(server, { clock, maxBodyBytes: 1_000 }).submit('p', {}, { mode: 'async' })
  await clock.advance(5_000)
  expect((await submitted).id).toBe('j')
  expect(clock.pending).toBe(0)
})

test('an abort while the body of such a job comes is an abort', async () => {
  const user = new AbortController()
  const server = fakeServer({ [execution]: () => new Response(new ReadableStream(), located) })
  const call = rejection(clientOf(server).submit('p', {}, { mode: 'async', signal: user.signal }))
  await new Promise((resolve) => setImmediate(resolve))
  user.abort()
  expect(await call).toMatchObject({ code: 'aborted' })
})

test('a relative Location names a job; one that does not is told', async () => {
  const at = (Location: string): Answer => empty(201, { Location })
  const named = fakeServer({ [execution]: at('jobs/j') })
  expect((await clientOf(named).submit('p', {}, { mode: 'async' })).id).toBe('j')
  const other = fakeServer({ [execution]: at('/runs/1?token=secret') })
  const { message } = await rejection(clientOf(other).submit('p', {}, { mode: 'async' }))
  expect(message).toContain('its Location, /runs/1, names one')
})

test('problem details with 200 are no results', async () => {
  const problem = { type: 'about:blank', title: 'Quota', detail: 'No credit left' }
  const answer = text(JSON.stringify(problem), 'application/problem+json')
  const server = fakeServer({ [execution]: answer })
  const error = await rejection(clientOf(server).submit('p', {}, { mode: 'sync' }))
  expect(error).toMatchObject({ code: 'http-status', status: 200, apiError: { detail: 'No credit left' } })
})
