import { expect, test } from 'vitest'
import { fakeJob, state } from '../testing/fake-job.ts'
import { json } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'

const notReady = json(
  { type: 'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/result-not-ready', title: 'Not ready' },
  { status: 404 }
)
const gone = json({ title: 'no such job' }, { status: 404 })

test('whenReady: results that are not ready for a moment are asked for again, and not without end', async () => {
  const fake = await fakeJob([state('successful')], { 'GET /jobs/j/results': [notReady, json({ a: 1 })] })
  const results = fake.job.results()
  await fake.clock.advance(5_000)
  expect((await results).toJSON()).toEqual({ a: 1 })
  const never = await fakeJob([state('successful')], { 'GET /jobs/j/results': notReady })
  const error = rejection(never.job.results())
  await never.clock.advance(60_000)
  expect(await error).toMatchObject({ code: 'http-status', exception: 'result-not-ready' })
  expect(never.server.lines().filter((line) => line.endsWith('/results')).length).toBeLessThan(10)
})

test('isNotThere: a job that was just started may not be known for a moment; a saved one is gone', async () => {
  const fake = await fakeJob([gone, gone, state('successful')])
  const wait = fake.job.wait()
  await fake.clock.advance(10_000)
  expect(await wait).toMatchObject({ status: 'successful' })
  const saved = await fakeJob([gone])
  const error = rejection(saved.ogc.job('j').wait())
  await saved.clock.advance(1_000)
  expect(await error).toMatchObject({ status: 404 })
})

test('whenReady: they are asked for again up to the end of the wait, not beyond it', async () => {
  const asked = async (waitTimeout: number): Promise<number[]> => {
    const fake = await fakeJob([state('successful')], { 'GET /jobs/j/results': notReady })
    const error = rejection(fake.job.results({ waitTimeout }))
    await fake.clock.advance(60_000)
    expect(await error).toMatchObject({ exception: 'result-not-ready', job: fake.job })
    return fake.times().slice(1)
  }
  expect(await asked(800)).toEqual([50, 300, 800])
  expect(await asked(799)).toEqual([50, 300])
})

test('whenReady: any other failure is told at once', async () => {
  const fake = await fakeJob([state('successful')], { 'GET /jobs/j/results': gone })
  const error = rejection(fake.job.results())
  await fake.clock.advance(60_000)
  expect(await error).toMatchObject({ code: 'http-status', status: 404 })
  expect(fake.server.lines()).toEqual(['GET /jobs/j', 'GET /jobs/j/results'])
})

test('whenReady: an abort ends the pause, and nothing more is asked for', async () => {
  const fake = await fakeJob([state('successful')], { 'GET /jobs/j/results': notReady })
  const user = new AbortController()
  const error = rejection(fake.job.results({ signal: user.signal }))
  await fake.clock.advance(100)
  user.abort('enough')
  await fake.clock.advance(0)
  expect(await error).toMatchObject({ code: 'aborted', cause: 'enough' })
  expect([fake.server.calls.length, fake.clock.pending]).toEqual([2, 0])
})

test('isNotThere: a job that was just started and is not known for ten seconds is gone', async () => {
  const fake = await fakeJob([gone], {}, { random: () => 0.5 })
  const error = rejection(fake.job.wait())
  await fake.clock.advance(9_900)
  expect(fake.clock.pending).toBeGreaterThan(0)
  await fake.clock.advance(10_000)
  expect(await error).toMatchObject({ code: 'http-status', status: 404, job: fake.job })
  expect(fake.clock.pending).toBe(0)
})
