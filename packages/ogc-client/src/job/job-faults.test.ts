import { expect, test } from 'vitest'
import { fakeJob, state } from '../testing/fake-job.ts'
import { type Answer, empty, json, text } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

test('failed polls in passing do not end the wait, nor change what is known', async () => {
  const page = text('<title>502</title>', 'text/html', { status: 502 })
  const fake = await fakeJob([
    state('running', { progress: 10 }),
    page,
    text('<title>Log in</title>', 'text/html'),
    text('{"jobID"', 'application/json'),
    () => Promise.reject(new TypeError('fetch failed')),
    state('running', { progress: 20 }),
    empty(429, { 'Retry-After': '3' }),
    state('successful')
  ])
  const progress: unknown[] = []
  const wait = fake.job.wait({ onProgress: (info) => progress.push(info.progress) })
  await fake.clock.advance(450)
  expect(fake.job.info).toMatchObject({ status: 'running', progress: 10 })
  await fake.clock.advance(60_000)
  expect(await wait).toMatchObject({ status: 'successful' })
  expect(progress).toEqual([undefined, 10, 20, undefined])
  expect(fake.times().slice(-2)).toEqual([650, 3_650])
})

test('a server that is away for a minute and a half costs no wait', async () => {
  const away = Array<Answer>(12).fill(() => Promise.reject(new TypeError('fetch failed')))
  const fake = await fakeJob([state('running'), ...away, state('successful')], {}, { random: () => 0.7 })
  const wait = fake.job.wait()
  await fake.clock.advance(180_000)
  expect(await wait).toMatchObject({ status: 'successful' })
  expect((fake.times().at(-1) ?? 0) - (fake.times()[0] ?? 0)).toBeGreaterThan(60_000)
})

test('failed polls in a row for more than two minutes end the wait, and the job is not lost', async () => {
  const fake = await fakeJob([state('running'), empty(500)], {}, { random: () => 0.999 })
  const wait = rejection(fake.job.wait())
  await fake.clock.advance(140_000)
  const error = await wait
  expect(error).toMatchObject({ code: 'http-status', status: 500 })
  expect(error.job).toBe(fake.job)
  expect(fake.server.calls.length).toBeLessThan(25)
  expect(fake.job.status).toBe('running')
})

test.each([401, 403, 404, 410])('a poll that is answered with %i ends the wait at once', async (status) => {
  const fake = await fakeJob([state('running'), json({ title: 'No' }, { status })])
  const wait = rejection(fake.job.wait())
  await fake.clock.advance(60_000)
  const error = await wait
  expect(error).toMatchObject({ code: 'http-status', status })
  expect(error.job).toBe(fake.job)
  expect(fake.server.calls).toHaveLength(2)
})
