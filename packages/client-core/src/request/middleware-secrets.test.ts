import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { origin, testPipeline } from '../testing/pipeline.ts'
import type { FetchMiddleware } from './middleware.ts'

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

test('a hundred calls at once, each with a token of its own, hide each its own', async () => {
  let turn = 0
  const auth = () => `hunter2-${turn++}-token`
  let open = (): void => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const quoting = async ({ headers }: { headers: Headers }) => {
    await gate
    return new Response(`wrong: ${headers.get('Authorization')}`, { status: 403 })
  }
  const { send, sent } = testPipeline(Array(100).fill(quoting), { auth, retry: false })
  const calls = Array.from({ length: 100 }, () => send(`${origin}/base/jobs`, {}))
  await expect.poll(() => sent.length).toBe(100)
  open()
  const texts = await Promise.all(calls.map(async (call) => (await call).text()))
  expect(new Set(texts)).toEqual(new Set(['wrong: ***']))
})

test.each([
  ['passes the call on', (next) => (input, init) => next(input, init)],
  [
    'sends a request of its own',
    (next) => (input, init) => next(new Request(input as string, { headers: init?.headers as HeadersInit }))
  ]
] as [string, FetchMiddleware][])(
  'a secret header of a call is hidden behind a middleware too, which %s',
  async (_, middleware) => {
    const quoting = () => new Response('hunter2-token is wrong', { status: 403 })
    const { ask, secrets } = testPipeline([quoting], { use: [middleware] })
    const { bytes } = await ask(`${origin}/base/jobs`, { headers: { 'X-Api-Key': 'hunter2-token' } })
    expect(new TextDecoder().decode(bytes)).toBe('*** is wrong')
    expect(secrets.redact('hunter2-token')).toBe('***')
  }
)

test.each<[string, FetchMiddleware]>([
  ['answers itself', () => async (_, init) => new Response(JSON.stringify(init?.headers), { status: 403 })],
  ['throws what it was given', () => async (_, init) => Promise.reject(new Error(JSON.stringify(init?.headers)))]
])('a secret header of a call is hidden behind a middleware that %s', async (_, middleware) => {
  const { ask, secrets } = testPipeline([], { use: [middleware], retry: false })
  const outcome = await ask(`${origin}/base/jobs`, { headers: { 'X-Api-Key': 'hunter2-token' } }).then(
    ({ bytes }) => new TextDecoder().decode(bytes),
    (error: unknown) => inspect(error, { depth: null, showHidden: true })
  )
  expect(outcome).toContain('***')
  expect(outcome).not.toContain('hunter2')
  expect(secrets.redact('hunter2-token')).toBe('***')
})
