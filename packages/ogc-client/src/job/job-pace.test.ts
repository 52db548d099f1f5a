import { expect, test } from 'vitest'
import { fakeJob, state } from '../testing/fake-job.ts'
import { empty, json } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

test('waits for success with polls that become rarer, and leaves no timer', async () => {
  const fake = await fakeJob([...Array(4).fill(state('running')), state('successful', { message: 'Done' })])
  const wait = fake.job.wait()
  await fake.clock.advance(60_000)
  expect(await wait).toEqual({ jobID: 'j', processID: 'p', type: 'process', status: 'successful', message: 'Done' })
  expect(fake.times()).toEqual([50, 150, 250, 350, 450])
  expect(fake.clock.pending).toBe(0)
  expect(await fake.job.wait()).toBe(fake.job.info)
  expect(fake.server.calls).toHaveLength(5)
})

test('without luck the pauses grow up to ten seconds', async () => {
  const fake = await fakeJob([state('running')], {}, { random: () => 1 })
  const wait = rejection(fake.job.wait({ waitTimeout: 400_000 }))
  await fake.clock.advance(400_000)
  await wait
  const times = fake.times()
  const pauses = times.slice(1).map((time, i) => time - (times[i] ?? 0))
  expect(pauses.slice(0, 4).map(Math.round)).toEqual([130, 130, 130, 130])
  expect(Math.max(...pauses)).toBe(10_000)
})

test('a wait that lasts too long has polled once more, rejects, and the job goes on', async () => {
  const fake = await fakeJob([
    ...Array(10).fill(state('running', { progress: 40 }, { 'Retry-After': '1' })),
    state('successful')
  ])
  const wait = rejection(fake.job.wait({ waitTimeout: 8_500 }))
  await fake.clock.advance(8_499)
  expect(fake.times().slice(-2)).toEqual([7_050, 8_000])
  await fake.clock.advance(1)
  const error = await wait
  expect(error).toMatchObject({
    code: 'wait-timeout',
    message: 'job "j" of process "p" did not end within 8500 ms; last known status: running, 40 %'
  })
  expect(error.job).toBe(fake.job)
  expect(fake.clock.pending).toBe(0)

  const again = fake.job.wait()
  await fake.clock.advance(60_000)
  expect(await again).toMatchObject({ status: 'successful' })
})

test('a wait that lasts too long names the fault of its last poll', async () => {
  const fake = await fakeJob([empty(503, { 'Retry-After': '4' })])
  const wait = rejection(fake.job.wait({ waitTimeout: 5_000 }))
  await fake.clock.advance(5_000)
  const error = await wait
  expect(error.message).toBe('job "j" of process "p" did not end within 5000 ms; last known status: accepted')
  expect(error.cause).toMatchObject({ code: 'http-status', status: 503 })
})

test('an hour is the bound where none is given', async () => {
  const fake = await fakeJob([state('running', {}, { 'Retry-After': '300' })])
  const wait = rejection(fake.job.wait())
  await fake.clock.advance(3_599_999)
  expect(fake.clock.pending).toBeGreaterThan(0)
  await fake.clock.advance(1)
  expect(await wait).toMatchObject({ code: 'wait-timeout' })
})

test('the first poll comes when the server wished, and later ones too', async () => {
  const states = [
    state('running', {}, { 'Retry-After': '2' }),
    state('running', {}, { 'Retry-After': 'Thu, 01 Jan 2026 00:00:10 GMT' }),
    state('running', {}, { 'Retry-After': '100000' }),
    state('successful')
  ]
  const execution = json({ jobID: 'j', status: 'accepted' }, { status: 201, headers: { 'Retry-After': '5' } })
  const fake = await fakeJob(states, { 'POST /processes/p/execution': execution })
  const wait = fake.job.wait()
  await fake.clock.advance(600_000)
  await wait
  expect(fake.times()).toEqual([5_000, 7_000, 10_000, 310_000])
})

test('a wish of no pause at all gets the shortest one', async () => {
  const states = [...Array(2).fill(state('running', {}, { 'Retry-After': '0' })), state('successful')]
  const fake = await fakeJob(states)
  const wait = fake.job.wait()
  await fake.clock.advance(1_000)
  await wait
  expect(fake.times()).toEqual([50, 150, 250])
})
