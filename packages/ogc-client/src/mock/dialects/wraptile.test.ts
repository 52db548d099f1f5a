import { expect, test } from 'vitest'
import { createTestKit } from '../test-kit.ts'

// That answers are those of the real server is proven by the contract. Here is what the contract does not ask.

test('subscribers are called as the job goes on', async () => {
  const called: string[] = []
  const { submit, clock } = createTestKit({
    dialect: 'wraptile',
    queueTime: 1000,
    callbackFetch: async (input) => {
      called.push(String(input))
      return new Response()
    }
  })
  const subscriber = { successUri: 'http://me/ok', inProgressUri: 'http://me/on' }
  await submit('sleep_a_while', { inputs: { duration: 1 }, subscriber })
  await clock.advance(10_000)
  expect(called).toEqual(['http://me/on', 'http://me/ok'])
})

test('a subscriber that is none is unprocessable', async () => {
  const { execute } = createTestKit({ dialect: 'wraptile' })
  const answer = await execute('primes_between', { subscriber: { successUri: 'mailto:me' } })
  expect(answer.status).toBe(422)
  expect(await answer.json()).toEqual({ detail: [expect.objectContaining({ loc: ['body', 'subscriber'] })] })
})

test('HEAD is not offered', async () => {
  const { ask } = createTestKit({ dialect: 'wraptile' })
  expect((await ask('/processes', { method: 'HEAD' })).status).toBe(405)
})

test('a failed job has its stack trace under the name of the wire', async () => {
  const { submit, job, clock } = createTestKit({ dialect: 'wraptile' })
  await submit('sleep_a_while', { inputs: { duration: 1, fail: true } })
  await clock.advance(1000)
  expect(await job('job_0')).toMatchObject({
    status: 'failed',
    'x-traceback': [expect.stringMatching(/^Trace/), expect.anything()]
  })
})
