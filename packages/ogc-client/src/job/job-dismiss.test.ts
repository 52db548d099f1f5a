import { expect, test } from 'vitest'
import { fakeJob, state } from '../testing/fake-job.ts'
import { type Answer, empty, fails, hangs, json, text } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const dismissed = state('dismissed')

test('dismiss tells the state that the server answers with', async () => {
  const fake = await fakeJob([], { 'DELETE /jobs/j': state('dismissed', { progress: 6 }) })
  expect(await fake.job.dismiss()).toEqual({
    jobID: 'j',
    processID: 'p',
    type: 'process',
    status: 'dismissed',
    progress: 6
  })
  expect(fake.job.status).toBe('dismissed')
  expect(await fake.job.refresh()).toBe(fake.job.info)
  expect(fake.server.lines()).toEqual(['DELETE /jobs/j'])
})

test('who waits hears of a dismissal at once, also where the server forgets the job', async () => {
  const fake = await fakeJob([state('running', {}, { 'Retry-After': '60' }), empty(404)], {
    'DELETE /jobs/j': empty(204)
  })
  const wait = rejection(fake.job.wait())
  await fake.clock.advance(1_000)
  await fake.job.dismiss()
  await fake.clock.advance(0)
  expect(await wait).toMatchObject({ code: 'job-dismissed', message: 'job "j" of process "p" was dismissed' })
  expect(fake.server.lines()).toEqual(['GET /jobs/j', 'DELETE /jobs/j'])
  expect(fake.clock.pending).toBe(0)
})

test.each([
  ['tells an older state', json({ jobID: 'j', status: 'running' })],
  ['no longer finds the job', empty(404)]
])('a poll under way that %s does not undo a dismissal', async (_, late) => {
  let answer = (): void => {}
  const slow = (): Promise<Response> =>
    new Promise((resolve) => {
      answer = () => resolve(late({} as never))
    })
  const fake = await fakeJob([slow], { 'DELETE /jobs/j': dismissed })
  const wait = rejection(fake.job.wait())
  await fake.clock.advance(50)
  await fake.job.dismiss()
  answer()
  await fake.clock.advance(0)
  expect(await wait).toMatchObject({ code: 'job-dismissed' })
  expect(fake.job.status).toBe('dismissed')
})

test('an abort of a refresh is one, though the job was dismissed meanwhile', async () => {
  const fake = await fakeJob([hangs], { 'DELETE /jobs/j': dismissed })
  const user = new AbortController()
  const refresh = rejection(fake.job.refresh({ signal: user.signal }))
  await fake.clock.advance(0)
  await fake.job.dismiss()
  user.abort('enough')
  expect(await refresh).toMatchObject({ code: 'aborted', cause: 'enough' })
  expect(fake.job.status).toBe('dismissed')
})

test('a server that takes its time to dismiss is waited for', async () => {
  const fake = await fakeJob([state('running'), dismissed], { 'DELETE /jobs/j': state('running') })
  const wait = rejection(fake.job.wait())
  expect(await fake.job.dismiss()).toMatchObject({ status: 'running' })
  await fake.clock.advance(60_000)
  expect(await wait).toMatchObject({ code: 'job-dismissed' })
})

test('a dismissal that is refused changes nothing', async () => {
  const fake = await fakeJob([], { 'DELETE /jobs/j': json({ title: 'Forbidden' }, { status: 403 }) })
  expect(await rejection(fake.job.dismiss())).toMatchObject({ code: 'http-status', status: 403 })
  expect(fake.job.status).toBe('accepted')
})

test('an abort ends the wait and, by itself, nothing else', async () => {
  const fake = await fakeJob([state('running'), state('successful')])
  const user = new AbortController()
  const wait = rejection(fake.job.wait({ signal: user.signal }))
  const other = fake.job.wait()
  await fake.clock.advance(60)
  user.abort('enough')
  const error = await wait
  expect(error).toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'enough' })
  expect(error.job).toBe(fake.job)
  await fake.clock.advance(60_000)
  expect(await other).toMatchObject({ status: 'successful' })
  expect(fake.server.lines()).toEqual(['GET /jobs/j', 'GET /jobs/j'])
})

test('dismissOnAbort dismisses with a signal of its own before the wait rejects', async () => {
  const fake = await fakeJob([state('running')], { 'DELETE /jobs/j': dismissed })
  const user = new AbortController()
  const wait = rejection(fake.job.wait({ signal: user.signal, dismissOnAbort: true }))
  await fake.clock.advance(60)
  user.abort('enough')
  expect(await wait).toMatchObject({ code: 'aborted', cause: 'enough' })
  expect(fake.server.lines()).toEqual(['GET /jobs/j', 'DELETE /jobs/j'])
  expect(fake.server.calls[1]?.signal?.aborted).toBe(false)
  expect(fake.job.status).toBe('dismissed')
  expect(fake.clock.pending).toBe(0)
})

test('a signal that was aborted before dismisses too', async () => {
  const fake = await fakeJob([], { 'DELETE /jobs/j': dismissed })
  const wait = fake.job.results({ signal: AbortSignal.abort(), dismissOnAbort: true })
  expect(await rejection(wait)).toMatchObject({ code: 'aborted' })
  expect(fake.server.lines()).toEqual(['DELETE /jobs/j'])
})

test('a dismissal that hangs holds the wait for ten seconds at the most', async () => {
  const fake = await fakeJob([state('running', {}, { 'Retry-After': '60' })], { 'DELETE /jobs/j': hangs })
  const user = new AbortController()
  let over = false
  const wait = rejection(fake.job.wait({ signal: user.signal, dismissOnAbort: true })).finally(() => {
    over = true
  })
  await fake.clock.advance(1_000)
  user.abort()
  await fake.clock.advance(9_999)
  expect(over).toBe(false)
  await fake.clock.advance(1)
  expect(await wait).toMatchObject({ code: 'aborted' })
  expect(fake.clock.pending).toBe(0)
})

test.each([
  ['is refused', empty(500)],
  ['does not get there', fails(new TypeError('fetch failed'))]
])('a dismissal that %s is tried once and leaves the abort as it is', async (_, answer) => {
  const fake = await fakeJob([], { 'DELETE /jobs/j': answer }, { retry: {} })
  const wait = fake.job.wait({ signal: AbortSignal.abort('enough'), dismissOnAbort: true })
  expect(await rejection(wait)).toMatchObject({ code: 'aborted', cause: 'enough' })
  expect(fake.server.calls).toHaveLength(1)
})

test('a wait without a signal has nothing to dismiss for', async () => {
  const fake = await fakeJob([empty(403)])
  const wait = rejection(fake.job.wait({ dismissOnAbort: true }))
  await fake.clock.advance(1_000)
  expect(await wait).toMatchObject({ code: 'http-status', status: 403 })
  expect(fake.server.lines()).toEqual(['GET /jobs/j'])
})

test('a wait that ends by itself dismisses nothing', async () => {
  const fake = await fakeJob([state('failed')])
  const wait = rejection(fake.job.wait({ signal: new AbortController().signal, dismissOnAbort: true }))
  await fake.clock.advance(1_000)
  await wait
  expect(fake.server.lines()).toEqual(['GET /jobs/j', 'GET /jobs/j/results'])
})

test('an aborted signal ends the wait for a job that is over, and dismisses nothing', async () => {
  const fake = await fakeJob([state('successful')])
  const done = fake.job.wait()
  await fake.clock.advance(1_000)
  await done
  const wait = fake.job.wait({ signal: AbortSignal.abort('late'), dismissOnAbort: true })
  expect(await rejection(wait)).toMatchObject({ code: 'aborted', cause: 'late' })
  expect(fake.server.lines()).toEqual(['GET /jobs/j'])
})

test('a job that has ended keeps its end, and results that it holds, when it is removed', async () => {
  const at = { headers: { Location: '/base/jobs/j' } }
  const fake = await fakeJob([], {
    'POST /processes/p/execution': json({ a: 5 }, at),
    'DELETE /jobs/j': dismissed
  })
  expect((await fake.job.dismiss()).status).toBe('dismissed')
  expect(fake.job.status).toBe('successful')
  expect((await fake.job.results()).toJSON()).toEqual({ a: 5 })
})

test.each<[name: string, answer: Answer, more: object]>([
  ['a message', json({ message: 'ok' }), { message: 'ok' }],
  ['a word', text('OK', 'text/plain'), {}],
  ['white space', text('\n', 'application/json'), {}],
  ['a status of HTTP', json({ status: 200 }), {}],
  ['an array', json([]), {}]
])('a dismissal that is answered with 200 and %s has succeeded', async (_, answer, more) => {
  const fake = await fakeJob([], { 'DELETE /jobs/j': answer })
  expect(await fake.job.dismiss()).toEqual({
    jobID: 'j',
    processID: 'p',
    type: 'process',
    status: 'dismissed',
    ...more
  })
})

test.each<[name: string, answer: Answer]>([
  ['problem details', text('{"title":"Forbidden","status":403}', 'application/problem+json')],
  ['an error', json({ error: 'not allowed' })],
  ['the status of one', json({ status: 403 })]
])('a dismissal that is answered with 200 and %s has not succeeded', async (_, answer) => {
  const fake = await fakeJob([], { 'DELETE /jobs/j': answer })
  expect(await rejection(fake.job.dismiss())).toMatchObject({ code: 'http-status', status: 200 })
  expect(fake.job.status).toBe('accepted')
})

test('the list of jobs that a dismissal leads to tells nothing of the job', async () => {
  const fake = await fakeJob([], { 'DELETE /jobs/j': json({ jobs: [], links: [], title: 'Jobs' }) })
  expect(await fake.job.dismiss()).toEqual({ jobID: 'j', processID: 'p', type: 'process', status: 'dismissed' })
})
