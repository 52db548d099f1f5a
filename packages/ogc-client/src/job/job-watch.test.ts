import { expect, test } from 'vitest'
import { type FakeJob, fakeJob, state } from '../testing/fake-job.ts'
import { clientOf, empty, fakeServer, text } from '../testing/fake-server.ts'
import { collect, rejection } from '../testing/rejection.ts'
import type { JobInfo } from '../types/wire.ts'

const short = ({ status, progress }: JobInfo): string => (progress === undefined ? status : `${status} ${progress}`)

const reading = <T>(source: AsyncIterable<T>): AsyncIterator<T> => source[Symbol.asyncIterator]()

/** All that a watch tells while a minute passes. */
async function watched({ job, clock }: FakeJob): Promise<string[]> {
  const watch = collect(job.watch())
  await clock.advance(60_000)
  return (await watch).map(short)
}

test('tells what is known, then each change, and ends with the end', async () => {
  const running = state('running', { progress: 10 })
  const fake = await fakeJob([
    state('accepted'),
    running,
    running,
    state('running', { progress: 90 }),
    state('successful')
  ])
  expect(await watched(fake)).toEqual(['accepted', 'running 10', 'running 90', 'successful'])
  expect(fake.server.lines()).toEqual(Array(5).fill('GET /jobs/j'))
  expect(fake.job.info).toEqual({ jobID: 'j', processID: 'p', type: 'process', status: 'successful' })
  expect(fake.clock.pending).toBe(0)
})

test.each(['failed', 'dismissed', 'rejected', 'deleted', 'succeeded', 'SUCCESSFUL'])(
  'a job that is %s ends the watch without throwing',
  async (status) => {
    const fake = await fakeJob([state(status)])
    expect(await watched(fake)).toEqual(['accepted', status])
    expect(fake.server.calls).toHaveLength(1)
  }
)

test('the process is the one that the server names, else the one that was run', async () => {
  const fake = await fakeJob([state('running'), state('successful', { processID: 'p:1.0' })])
  const watch = collect(fake.job.watch())
  await fake.clock.advance(60_000)
  expect((await watch).map(({ processID }) => processID)).toEqual(['p', 'p', 'p:1.0'])
  const found = fake.ogc.job('j')
  expect(found.processId).toBeUndefined()
  await found.refresh()
  expect(found.processId).toBe('p:1.0')
  expect(found.toJSON()).toMatchObject({ processId: 'p:1.0', jobId: 'j' })
})

test('the order of members is no change', async () => {
  const fake = await fakeJob([
    text('{"jobID":"j","status":"running","progress":1}', 'application/json'),
    text('{"progress":1,"status":"running","jobID":"j"}', 'application/json'),
    state('successful')
  ])
  expect(await watched(fake)).toEqual(['accepted', 'running 1', 'successful'])
})

test('each change is told of a state that is too deep to compare as a whole', async () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  const running = (progress: number) =>
    text(`{"jobID":"j","status":"running","progress":${progress},"deep":${deep}}`, 'application/json')
  const fake = await fakeJob([running(1), running(1), running(2), state('successful')])
  expect(await watched(fake)).toEqual(['accepted', 'running 1', 'running 2', 'successful'])
})

test('a job that is over is told once, without a request', async () => {
  const fake = await fakeJob([state('failed')])
  await watched(fake)
  fake.server.calls.length = 0
  expect((await collect(fake.job.watch())).map(short)).toEqual(['failed'])
  expect(fake.server.calls).toEqual([])
})

test('a job that was saved is asked for at once', async () => {
  const fake = await fakeJob([state('running'), state('successful')])
  const job = fake.ogc.job('j')
  expect(job.info).toEqual({ jobID: 'j', type: 'process', status: 'accepted' })
  const watch = collect(job.watch())
  await fake.clock.advance(1_000)
  expect((await watch).map(short)).toEqual(['running', 'successful'])
  expect(fake.times()[0]).toBe(0)
})

test('all who watch and wait share the polls, and none keeps another from leaving', async () => {
  const fake = await fakeJob([state('running'), state('running'), state('successful')])
  const first = reading(fake.job.watch())
  const rest = [collect(fake.job.watch()), fake.job.wait()]
  await first.next()
  const second = first.next()
  await fake.clock.advance(150)
  expect((await second).value).toMatchObject({ status: 'running' })
  await first.return?.()
  await fake.clock.advance(60_000)
  await Promise.all(rest)
  expect(fake.server.calls).toHaveLength(3)
})

test('a reader that is busy while the job ends still gets the end', async () => {
  const fake = await fakeJob([state('successful')])
  const watch = reading(fake.job.watch())
  expect((await watch.next()).value).toMatchObject({ status: 'accepted' })
  const wait = fake.job.wait()
  await fake.clock.advance(60_000)
  await wait
  const last = watch.next()
  await fake.clock.advance(0)
  expect((await last).value).toMatchObject({ status: 'successful' })
  expect(await watch.next()).toEqual({ done: true, value: undefined })
  expect(fake.server.calls).toHaveLength(1)
})

test('a reader that is busy gets the latest state only', async () => {
  const states = [state('running', { progress: 1 }), state('running', { progress: 2 }), state('successful')]
  const fake = await fakeJob(states)
  const watch = reading(fake.job.watch())
  await watch.next()
  const second = watch.next()
  await fake.clock.advance(150)
  expect(short((await second).value as JobInfo)).toBe('running 1')
  await fake.clock.advance(60_000)
  expect(short((await watch.next()).value as JobInfo)).toBe('successful')
})

test('whoever leaves last stops the polls, and who comes later starts them again at once', async () => {
  const fake = await fakeJob([state('running')])
  const watch = reading(fake.job.watch())
  await watch.next()
  const next = watch.next()
  await fake.clock.advance(50)
  await next
  await watch.return?.()
  expect(fake.clock.pending).toBe(0)
  await fake.clock.advance(60_000)
  expect(fake.server.calls).toHaveLength(1)
  const again = reading(fake.job.watch())
  await again.next()
  const change = again.next()
  await fake.clock.advance(0)
  expect(fake.server.calls).toHaveLength(2)
  await fake.clock.advance(1)
  fake.ogc.close()
  await expect(change).rejects.toMatchObject({ code: 'closed' })
})

test('a watch that is left while its next state is awaited ends at once', async () => {
  const fake = await fakeJob([state('running')])
  const watch = reading(fake.job.watch())
  await watch.next()
  const pending = watch.next()
  expect(await watch.return?.()).toEqual({ done: true, value: undefined })
  expect(await pending).toEqual({ done: true, value: undefined })
  expect([fake.clock.pending, fake.server.calls]).toEqual([0, []])
})

test('a handle that is disposed of ends who waits and watches, not the job, and can be used again', async () => {
  const fake = await fakeJob([state('running'), state('successful')])
  const wait = rejection(fake.job.wait())
  const watch = rejection(collect(fake.job.watch()))
  await fake.clock.advance(60)
  fake.job[Symbol.dispose]()
  for (const error of [await wait, await watch]) {
    expect(error).toMatchObject({ code: 'closed', message: 'the handle of job "j" of process "p" was released' })
    expect(error.job).toBe(fake.job)
  }
  expect(fake.clock.pending).toBe(0)
  await fake.clock.advance(60_000)
  expect(fake.server.lines()).toEqual(['GET /jobs/j'])
  const again = fake.job.wait()
  await fake.clock.advance(60_000)
  expect(await again).toMatchObject({ status: 'successful' })
})

test('a handle that nobody has waited with may be disposed of', async () => {
  const fake = await fakeJob([state('successful')])
  for (const job of [fake.job, fake.ogc.job('j')]) {
    job[Symbol.dispose]()
    expect(await job.refresh()).toMatchObject({ status: 'successful' })
  }
})

test('leaving the scope of a handle ends its watch', async () => {
  const fake = await fakeJob([state('running')])
  let watch: Promise<unknown>
  {
    using job = fake.job
    watch = rejection(collect(job.watch()))
    await fake.clock.advance(60)
  }
  expect(await watch).toMatchObject({ code: 'closed' })
  expect(fake.clock.pending).toBe(0)
})

test('an abort ends a watch', async () => {
  const fake = await fakeJob([state('running')])
  const user = new AbortController()
  const watch = reading(fake.job.watch({ signal: user.signal }))
  await watch.next()
  const next = rejection(watch.next())
  await fake.clock.advance(10)
  user.abort('enough')
  expect(await next).toMatchObject({
    code: 'aborted',
    name: 'AbortError',
    cause: 'enough',
    message: 'waiting for job "j" of process "p" was aborted',
    job: fake.job
  })
  await fake.clock.advance(60_000)
  expect(fake.server.calls).toEqual([])
  expect(fake.clock.pending).toBe(0)
})

test('a watch with an aborted signal tells nothing', async () => {
  const fake = await fakeJob([])
  expect(await rejection(reading(fake.job.watch({ signal: AbortSignal.abort() })).next())).toMatchObject({
    code: 'aborted'
  })
})

test('a failed poll is no change', async () => {
  const fake = await fakeJob([empty(502), state('running'), empty(502), state('successful')])
  expect(await watched(fake)).toEqual(['accepted', 'running', 'successful'])
})

test('a job that cannot be found ends the watch with the error', async () => {
  const ogc = clientOf(fakeServer({ 'GET /jobs/j': empty(404) }))
  expect(await rejection(collect(ogc.job('j').watch()))).toMatchObject({ code: 'http-status', status: 404 })
})
