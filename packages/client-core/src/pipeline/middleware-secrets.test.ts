import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { origin, testPipeline } from '../testing/pipeline.ts'
import type { FetchMiddleware } from './pipeline.ts'

test('a middleware that logs all it is given logs no credentials', async () => {
  const log: unknown[] = []
  const logging: FetchMiddleware = (next) => async (input, init) => {
    log.push(input, init, [...new Headers(init?.headers)])
    const response = await next(input, init)
    log.push(response, response.url, [...response.headers], await response.clone().text())
    return response
  }
  const quoting = () =>
    new Response('Bearer hunter2-token is wrong', { status: 403, headers: { 'X-Echo': 'hunter2-token' } })
  const auth = () => ({ headers: { Authorization: 'Bearer hunter2-token' }, query: { map: 'hunter2-key' } })
  const headers = { 'X-API-Key': 'hunter2-config' }
  const { send, sent } = testPipeline([quoting], { use: [logging], auth, headers })
  await send(`${origin}/base/jobs`, { headers: { Accept: 'text/plain' } })
  expect(sent[0]?.headers.get('Authorization')).toBe('Bearer hunter2-token')
  expect(log.flat()).toContain('*** is wrong')
  expect(inspect(log, { depth: null, showHidden: true, getters: true })).not.toContain('hunter2')
})
