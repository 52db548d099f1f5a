import { expect, test } from 'vitest'
import { createTestKit } from '../test-kit.ts'

const nap = { inputs: { duration: 3 } }

test('without Prefer a process of both modes runs synchronously', async () => {
  const { execute } = createTestKit()
  const response = await execute('primes_between', { inputs: { max_val: 10 } })
  expect(response.status).toBe(200)
  expect(response.headers.get('Location')).toBeNull()
  expect(response.headers.get('Preference-Applied')).toBeNull()
  expect(await response.json()).toEqual([2, 3, 5, 7])
})

test('with respond-async it is 201 with Location, the job, and what was applied', async () => {
  const { execute } = createTestKit()
  const response = await execute('sleep_a_while', nap, { Prefer: 'respond-async' })
  expect(response.status).toBe(201)
  expect(response.headers.get('Location')).toBe('http://ogc.test/jobs/job-1')
  expect(response.headers.get('Preference-Applied')).toBe('respond-async')
  expect(await response.json()).toMatchObject({
    jobID: 'job-1',
    processID: 'sleep_a_while',
    type: 'process',
    status: 'running'
  })
})

test('a job waits in the queue as long as the mock is told', async () => {
  const { submit, job, clock } = createTestKit({ queueTime: 100 })
  expect(await submit('primes_between', {})).toMatchObject({ status: 'accepted' })
  await clock.advance(100)
  expect(await job('job-1')).toMatchObject({ status: 'successful' })
})

test('a sync-only process answers 200 whatever is preferred', async () => {
  const { execute } = createTestKit()
  const request = { inputs: { bbox: { bbox: [0, 0, 1, 1] } } }
  const response = await execute('bbox_area', request, { Prefer: 'respond-async' })
  expect(response.status).toBe(200)
  expect(response.headers.get('Preference-Applied')).toBeNull()
  expect(await response.json()).toBeCloseTo(12363.7, 1)
})

test('an async-only process answers 201 whatever is preferred', async () => {
  const { execute } = createTestKit()
  for (const headers of [{}, { Prefer: 'wait=10' }]) {
    const response = await execute('tile_thumbnail', {}, headers)
    expect(response.status).toBe(201)
    expect(response.headers.get('Preference-Applied')).toBeNull()
  }
})

test('a sync run takes its time on the clock, and can be watched meanwhile', async () => {
  const { execute, job, clock } = createTestKit()
  let answered = false
  const running = execute('sleep_a_while', nap, { Prefer: 'wait=5' }).finally(() => {
    answered = true
  })
  await clock.advance(1500)
  expect(answered).toBe(false)
  expect(await job('job-1')).toMatchObject({ status: 'running', progress: 50 })
  await clock.advance(1500)
  const response = await running
  expect(response.status).toBe(200)
  expect(response.headers.get('Preference-Applied')).toBe('wait=5')
  expect(await response.json()).toBe(3)
})

test('respond-async with wait: 200 where the run ends in time, else 201 after the wait', async () => {
  const { execute, clock } = createTestKit()
  const quick = execute('sleep_a_while', nap, { Prefer: 'respond-async, wait=3' })
  await clock.advance(3000)
  expect((await quick).status).toBe(200)
  expect((await quick).headers.get('Preference-Applied')).toBe('wait=3')

  const slow = execute('sleep_a_while', nap, { Prefer: 'respond-async, wait=2' })
  await clock.advance(2000)
  expect((await slow).status).toBe(201)
  expect((await slow).headers.get('Preference-Applied')).toBe('respond-async')
  expect(await (await slow).json()).toMatchObject({ jobID: 'job-2', status: 'running', progress: 66 })
})

test('who aborts a sync run dismisses it', async () => {
  const { ask, job, clock } = createTestKit()
  const abort = new AbortController()
  const running = ask('/processes/sleep_a_while/execution', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(nap),
    signal: abort.signal
  })
  await clock.advance(1000)
  abort.abort('enough')
  await expect(running).rejects.toBe('enough')
  expect(await job('job-1')).toMatchObject({ status: 'dismissed', progress: 33 })
  expect(clock.pending).toBe(0)
})

test('a sync run that is dismissed or removed by another has no results', async () => {
  const { execute, ask, clock } = createTestKit()
  const running = execute('sleep_a_while', nap)
  await clock.advance(1000)
  await ask('/jobs/job-1', { method: 'DELETE' })
  await clock.advance(2000)
  expect((await running).status).toBe(410)
})

test('a sync run that fails is 500 with the reason, and leads to its job', async () => {
  const { execute, clock } = createTestKit()
  const running = execute('sleep_a_while', { inputs: { duration: 2, fail: true } })
  await clock.advance(1000)
  const response = await running
  expect(response.status).toBe(500)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(response.headers.get('Link')).toBe('<http://ogc.test/jobs/job-1>; rel="monitor"')
  expect(await response.json()).toMatchObject({ status: 500, detail: 'Woke up too early' })
})

test('a failure that is the fault of the caller is 400', async () => {
  const { execute } = createTestKit()
  const response = await execute('ndvi_statistics', { inputs: { red: [[0]], nir: [[0, 1]] } })
  expect(response.status).toBe(400)
  expect((await response.json()).detail).toContain('differ in shape')
})
