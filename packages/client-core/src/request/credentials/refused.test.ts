import { describe, expect, test, vi } from 'vitest'
import { makeError } from '../../testing/make-error.ts'
import { origin, testPipeline } from '../../testing/pipeline.ts'
import { rejection } from '../../testing/rejection.ts'
import type { Auth, AuthContext } from './read-credentials.ts'

const url = `${origin}/base/jobs`
const ok = () => new Response('{}')
const refused = () => new Response('no', { status: 401 })
const bearers = (sent: readonly { headers: Headers }[]) => sent.map(({ headers }) => headers.get('Authorization'))

test('a 401 makes auth be asked once more, and other credentials repeat the request', async () => {
  const contexts: AuthContext[] = []
  const auth: Auth = (context) => {
    contexts.push(context)
    return context.refused ? 'fresh' : 'stale'
  }
  const { send, sent } = testPipeline([refused, ok], { auth })
  expect((await send(url, { method: 'POST', body: '{}' })).status).toBe(200)
  expect(bearers(sent)).toEqual(['Bearer stale', 'Bearer fresh'])
  expect(sent.map(({ method, body }) => [method, body])).toEqual(Array(2).fill(['POST', '{}']))
  expect(contexts.map((context) => context.refused)).toEqual([undefined, { authorization: 'Bearer stale' }])
})

test('once and never again, whatever auth gives', async () => {
  let turn = 0
  const auth = vi.fn(() => `token-${++turn}`)
  const { send, sent } = testPipeline([refused, refused], { auth })
  expect((await send(url, {})).status).toBe(401)
  expect([sent.length, auth.mock.calls.length]).toEqual([2, 2])
})

test('also where retries are off: nothing failed in passing, the request was never taken', async () => {
  const { send, sent } = testPipeline([refused, ok], {
    auth: ({ refused }) => (refused ? 'fresh' : 'stale'),
    retry: false
  })
  expect([(await send(url, {})).status, sent.length]).toEqual([200, 2])
})

describe('the refusal stands', () => {
  test.each<[string, Auth | undefined]>([
    ['the same token again', () => 'same'],
    ['the same headers, written otherwise', ({ refused }) => ({ [refused ? 'x-key' : 'X-KEY']: 'k' })],
    ['the same key in the query', () => ({ query: { key: 'same' } })],
    ['none', () => undefined],
    ['no auth', undefined]
  ])('where auth gives %s', async (_, auth) => {
    const { send, sent } = testPipeline([refused], { auth })
    const response = await send(url, {})
    expect([response.status, await response.text(), sent.length]).toEqual([401, 'no', 1])
  })

  test.each([400, 403, 407])('where it is a %i', async (status) => {
    let turn = 0
    const { send, sent } = testPipeline([() => new Response(null, { status })], { auth: () => `token-${++turn}` })
    expect([(await send(url, {})).status, sent.length]).toEqual([status, 1])
  })

  test('where another origin refuses: it never saw the credentials', async () => {
    const moved = () => new Response(null, { status: 302, headers: { Location: 'https://other.example/' } })
    let turn = 0
    const { send, sent } = testPipeline([moved, refused], { auth: () => `token-${++turn}` })
    expect([(await send(url, {})).status, sent.length]).toEqual([401, 2])
  })

  test('where the body is a stream, which is read by now', async () => {
    let turn = 0
    const { send, sent } = testPipeline([refused], { auth: () => `token-${++turn}` })
    const body = new Blob(['x']).stream()
    expect([(await send(url, { method: 'POST', body })).status, sent.length]).toEqual([401, 1])
  })
})

test('no fresh credentials: an auth error that says so, and why', async () => {
  const auth: Auth = ({ refused }) => {
    if (refused) throw makeError({ code: 'auth', message: 'the session ended, log in again' })
    return 'hunter2-token'
  }
  const { send } = testPipeline([refused], { auth })
  expect(await rejection(send(url, {}))).toMatchObject({
    code: 'auth',
    status: 401,
    message: `GET ${url} returned 401: refreshing the credentials failed: the session ended, log in again`
  })
})
