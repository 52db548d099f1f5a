import { describe, expect, test } from 'vitest'
import { openBody } from '../testing/network/bodies.ts'
import { origin, testPipeline } from '../testing/pipeline.ts'
import { rejection } from '../testing/rejection.ts'
import { settle } from '../testing/virtual-clock.ts'

const url = `${origin}/base/jobs`
const ok = () => new Response('{}')

describe('what a fetch of the caller gives', () => {
  test.each([
    ['nothing', undefined],
    ['a text', 'ok'],
    ['an object without a status', { headers: new Headers() }],
    ['a status that is a text', { status: '200', headers: new Headers() }],
    ['no headers', { status: 200 }],
    ['headers that cannot be asked', { status: 200, headers: { accept: 'a' } }]
  ])('%s: an error that says so', async (_, given) => {
    const { send } = testPipeline([() => given as Response], { retry: false })
    expect(await rejection(send(url, {}))).toMatchObject({
      code: 'network',
      message: `GET ${url} failed: fetch did not return a Response`
    })
  })

  test('a response of another realm is read as one', async () => {
    const { ask } = testPipeline([
      () => ({ status: 204, ok: true, headers: new Headers({ 'X-A': '1' }), body: null, url: '' }) as Response
    ])
    const reply = await ask(url)
    expect([reply.status, reply.ok, reply.headers.get('X-A'), reply.url]).toEqual([204, true, '1', url])
  })
})

test('the platform is asked for no more than what was said', async () => {
  const { send, sent } = testPipeline([ok, ok])
  await send(url, {})
  await send(url, { method: 'POST', body: '', credentials: 'omit', cache: 'no-store' })
  const saidOf = ({ headers: _headers, signal: _signal, ...init }: RequestInit) => init
  expect(sent.map(({ init }) => saidOf(init))).toEqual([
    { method: 'GET', redirect: 'manual' },
    { method: 'POST', redirect: 'manual', body: '', credentials: 'omit', cache: 'no-store' }
  ])
})

test('an answer that comes after the call ended, from a fetch that ignores its signal, is let go', async () => {
  const body = openBody()
  let answer = (_: Response): void => {}
  const { send } = testPipeline([() => new Promise<Response>((resolve) => (answer = resolve))])
  const caller = new AbortController()
  const failed = rejection(send(url, { signal: caller.signal }))
  await settle()
  caller.abort()
  expect((await failed).code).toBe('aborted')
  answer(new Response(body.stream))
  await settle()
  expect(body.cancelled()).toBe(true)
})

test.each([301, 302, 303, 307, 308])('the body of a redirect with %i is let go, unread', async (status) => {
  const body = openBody()
  const { send } = testPipeline([() => new Response(body.stream, { status, headers: { Location: '/a' } }), ok])
  expect((await send(url, {})).status).toBe(200)
  expect(body.cancelled()).toBe(true)
})

test.each([
  ['the service', `${origin}/hunter2-key`],
  ['the service, by a link', `${origin}/a?copy=hunter2-key`]
])('an address of %s may hold a secret of this client', async (_, target) => {
  const { send, sent } = testPipeline([ok, ok], { headers: { 'X-Key': 'hunter2-key' } })
  await send(url, {})
  await send(target, { call: { linked: true } })
  expect(sent[1]?.url).toBe(target)
})

test('an address of an origin that is trusted may not', async () => {
  const { send, sent } = testPipeline([ok, ok], {
    headers: { 'X-Key': 'hunter2-key' },
    trustedOrigins: ['https://store.example']
  })
  await send(url, {})
  expect((await rejection(send('https://store.example/hunter2-key', {}))).code).toBe('blocked-origin')
  expect(sent).toHaveLength(1)
})
