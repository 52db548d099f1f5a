import { expect, test } from 'vitest'
import { createTestKit } from './test-kit.ts'

const withKey = (key: string): RequestInit => ({ headers: { 'X-API-Key': key } })

test('without keys everybody may pass, with or without one', async () => {
  const { ask } = createTestKit()
  expect((await ask('/api/v1/providers', withKey('any'))).status).toBe(200)
})

test('a key is needed, and only its own header counts', async () => {
  const { ask, refusal } = createTestKit({ apiKeys: ['one', 'two'] })
  expect((await ask('/api/v1/providers', withKey('one'))).status).toBe(200)
  expect((await ask('/api/v1/datasets', withKey('two'))).status).toBe(200)
  for (const init of [{}, withKey(''), withKey('three'), { headers: { Authorization: 'Bearer one' } }]) {
    expect(await refusal(ask('/api/v1/providers?api_key=one', init))).toMatchObject({
      status: 401,
      type: 'unauthorized'
    })
  }
})

test('health, unknown paths and wrong methods need no key', async () => {
  const { ask } = createTestKit({ apiKeys: ['one'] })
  const answers = [await ask('/health'), await ask('/nope'), await ask('/api/v1/extract')]
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 405])
})

test('the key comes before everything in the request but broken JSON', async () => {
  const { ask, post, refusal } = createTestKit({ apiKeys: ['one'] })
  expect((await refusal(ask('/api/v1/providers?limit=0'))).status).toBe(401)
  expect((await ask('/api/v1/providers/nope')).status).toBe(401)
  expect((await refusal(post('/api/v1/extract', {}))).status).toBe(401)
  expect((await refusal(post('/api/v1/extract', '{'))).detail).toMatchObject([{ type: 'json_invalid' }])
})

test('a window of 60 s starts with the first request', async () => {
  const { ask, refusal, clock } = createTestKit({ ratePerMinute: 2 })
  expect((await ask('/api/v1/providers')).status).toBe(200)
  await clock.advance(15_300)
  expect((await ask('/api/v1/providers/nope')).status).toBe(404)
  const answer = ask('/api/v1/providers')
  expect((await answer).headers.get('Retry-After')).toBe('44')
  expect(await refusal(answer)).toMatchObject({
    status: 429,
    type: 'rate_limited',
    message: expect.stringContaining('retry after 44s')
  })
  await clock.advance(44_000)
  expect((await ask('/api/v1/providers')).headers.get('Retry-After')).toBe('1')
  await clock.advance(700)
  expect((await ask('/api/v1/providers')).status).toBe(200)
})

test('each key has a window of its own, all without a key share one', async () => {
  const { ask } = createTestKit({ ratePerMinute: 1 })
  const statuses: number[] = []
  for (const init of [withKey('one'), withKey('one'), withKey('two'), {}, withKey('')]) {
    statuses.push((await ask('/api/v1/datasets', init)).status)
  }
  expect(statuses).toEqual([200, 429, 200, 200, 429])
})

test('requests are counted before the key is looked at; what fails counts, too', async () => {
  const { ask, post } = createTestKit({ apiKeys: ['one'], ratePerMinute: 2 })
  const statuses: number[] = []
  for (const key of ['bad', 'bad', 'bad', 'one']) statuses.push((await ask('/api/v1/providers', withKey(key))).status)
  statuses.push((await post('/api/v1/extract', {}, { 'X-API-Key': 'one' })).status)
  statuses.push((await post('/api/v1/extract', {}, { 'X-API-Key': 'one' })).status)
  expect(statuses).toEqual([401, 401, 429, 200, 422, 429])
})

test('health, unknown paths and broken JSON are not counted', async () => {
  const { ask, post } = createTestKit({ ratePerMinute: 1 })
  await ask('/health')
  await ask('/nope')
  await post('/api/v1/extract', '{')
  expect((await ask('/api/v1/providers')).status).toBe(200)
})
