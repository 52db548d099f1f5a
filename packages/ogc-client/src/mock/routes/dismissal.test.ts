import { describe, expect, test } from 'vitest'
import { createTestKit, type TestKit } from '../test-kit.ts'

describe('dismissal', () => {
  const nap = { inputs: { duration: 10 } }
  const dismiss = (kit: TestKit): Promise<Response> => kit.ask('/jobs/job-1', { method: 'DELETE' })

  test.each([
    ['accepted', 0, 0],
    ['running', 6000, 50]
  ])('of an %s job: it stays, dismissed, and moves no more', async (status, time, progress) => {
    const kit = createTestKit({ queueTime: 1000 })
    await kit.submit('sleep_a_while', nap)
    await kit.clock.advance(time)
    expect(await kit.job('job-1')).toMatchObject({ status })
    const response = await dismiss(kit)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ jobID: 'job-1', type: 'process', status: 'dismissed', progress })
    await kit.clock.advance(60_000)
    expect(await kit.job('job-1')).toMatchObject({ status: 'dismissed', progress })
    const results = await kit.ask('/jobs/job-1/results')
    expect(results.status).toBe(410)
    expect(await results.json()).toMatchObject({ title: 'Gone', detail: expect.stringContaining('was dismissed') })
  })

  test.each([
    ['successful', nap, 10_000],
    ['failed', { inputs: { duration: 10, fail: true } }, 10_000],
    ['dismissed', nap, 0]
  ])('of a %s job: it is removed', async (status, request, time) => {
    const kit = createTestKit()
    await kit.submit('sleep_a_while', request)
    await kit.clock.advance(time)
    if (status === 'dismissed') await dismiss(kit)
    expect(await kit.job('job-1')).toMatchObject({ status })
    const response = await dismiss(kit)
    expect(response.status).toBe(200)
    const info = await response.json()
    expect(info).toMatchObject({ jobID: 'job-1', type: 'process', status: 'dismissed' })
    expect(info).not.toHaveProperty('links')
    for (const [path, method] of [
      ['/jobs/job-1', 'GET'],
      ['/jobs/job-1/results', 'GET'],
      ['/jobs/job-1', 'DELETE']
    ]) {
      const gone = await kit.ask(path ?? '', { ...(method && { method }) })
      expect(gone.status).toBe(404)
      expect(await gone.json()).toMatchObject({ type: expect.stringMatching(/\/no-such-job$/) })
    }
    expect((await kit.jobs()).jobs).toEqual([])
  })

  test('an id is not used again', async () => {
    const kit = createTestKit()
    await kit.submit('primes_between', {})
    await dismiss(kit)
    expect(await kit.submit('primes_between', {})).toMatchObject({ jobID: 'job-2' })
  })
})

describe('results', () => {
  test.each([
    ['accepted', 0],
    ['running', 1500]
  ])('of an %s job are not ready', async (status, time) => {
    const kit = createTestKit({ queueTime: 1000 })
    await kit.submit('sleep_a_while', {})
    await kit.clock.advance(time)
    const response = await kit.ask('/jobs/job-1/results')
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({
      type: 'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/result-not-ready',
      title: 'Not Found',
      status: 404,
      detail: `Job 'job-1' is ${status}: it has no results yet.`,
      instance: '/jobs/job-1/results'
    })
  })

  test('of a failed job are its reason', async () => {
    const kit = createTestKit()
    await kit.submit('sleep_a_while', { inputs: { duration: 1, fail: true } })
    await kit.clock.advance(500)
    expect(await kit.job('job-1')).toMatchObject({ status: 'failed', message: 'Woke up too early', progress: 50 })
    const response = await kit.ask('/jobs/job-1/results')
    expect(response.status).toBe(500)
    expect(await response.json()).toMatchObject({ detail: 'Woke up too early' })
  })

  test('of an unknown job', async () => {
    const response = await createTestKit().ask('/jobs/nope/results')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({
      type: 'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-job',
      detail: "There is no job 'nope'."
    })
  })
})
