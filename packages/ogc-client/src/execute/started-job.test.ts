import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { type Answer, clientOf, empty, fakeServer, json, text } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const execution = 'POST /processes/p/execution'

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
    `${execute} returned 201, but the body is not a job, and there is no Location header: got undefined`
  ],
  [
    'a blank body',
    text(' \n', 'application/json', { status: 201 }),
    'malformed-body',
    `${execute} returned 201, but the body is not a job, and there is no Location header: got undefined`
  ],
  [
    'an empty id',
    json({ jobID: '', status: 'accepted' }, { status: 201 }),
    'malformed-body',
    `${execute} returned 201, but the body is not a job, and there is no Location header: got an object`
  ],
  [
    'broken JSON',
    text('{"jobID":', 'application/json', { status: 201 }),
    'malformed-body',
    `${execute} returned 201 and broken JSON: {"jobID":`
  ],
  [
    'a page',
    text('<title>Welcome</title>', 'text/html', { status: 201 }),
    'media-type',
    `${execute} returned 201 and text/html instead of JSON: Welcome`
  ]
])('a job that is started by %s is refused', async (_, answer, code, message) => {
  const call = clientOf(fakeServer({ [execution]: answer })).submit('p', {}, { mode: 'async' })
  expect(await rejection(call)).toMatchObject({ code, message, method: 'POST' })
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
  const clock = createVirtualClock()
  const call = rejection(clientOf(server, { clock }).submit('p', {}, { mode: 'async', signal: user.signal }))
  await clock.advance(0)
  user.abort()
  expect(await call).toMatchObject({ code: 'aborted' })
})

test('a relative Location names a job; one that does not is told', async () => {
  const at = (Location: string): Answer => empty(201, { Location })
  const named = fakeServer({ [execution]: at('jobs/j') })
  expect((await clientOf(named).submit('p', {}, { mode: 'async' })).id).toBe('j')
  const other = fakeServer({ [execution]: at('/runs/1?token=secret') })
  const { message } = await rejection(clientOf(other).submit('p', {}, { mode: 'async' }))
  expect(message).toContain('Location /runs/1 does not name a job')
})

test('problem details with 200 are no results', async () => {
  const problem = { type: 'about:blank', title: 'Quota', detail: 'No credit left' }
  const answer = text(JSON.stringify(problem), 'application/problem+json')
  const server = fakeServer({ [execution]: answer })
  const error = await rejection(clientOf(server).submit('p', {}, { mode: 'sync' }))
  expect(error).toMatchObject({ code: 'http-status', status: 200, apiError: { detail: 'No credit left' } })
})

test('readStartedJob: a Location that a page may not read is told with what the service must send', async () => {
  const crossOrigin: Answer = () =>
    Object.defineProperty(new Response(null, { status: 201 }), 'type', { value: 'cors' })
  const started = (answer: Answer) =>
    rejection(clientOf(fakeServer({ [execution]: answer })).submit('p', {}, { mode: 'async' }))
  expect((await started(crossOrigin)).message).toContain('Access-Control-Expose-Headers: Location')
  expect((await started(empty(201))).message).not.toContain('Access-Control')
})
