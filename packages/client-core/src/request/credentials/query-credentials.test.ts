import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { answered } from '../../response/body.ts'
import { testCall } from '../../testing/call.ts'
import { makeError } from '../../testing/make-error.ts'
import { networkFault } from '../../testing/network/fake-fetch.ts'
import { replyOf } from '../../testing/network/reply.ts'
import { origin, testPipeline } from '../../testing/pipeline.ts'
import { rejection } from '../../testing/rejection.ts'
import { redactUrl } from '../../utils/redact-url.ts'
import { handOut } from '../fetch/hand-out.ts'
import type { FetchMiddleware } from '../middleware.ts'
import { withQuery } from './query-credentials.ts'

const url = `${origin}/base/jobs?limit=1,2`
const key = 'hunter2/+ä'
const encoded = encodeURIComponent(key)
/** A name that says nothing of a secret: only the value can give it away. */
const auth = () => ({ query: { map: key } })
const once = { retry: false, auth } as const

test('the key is in the URL that is fetched, and nowhere else', async () => {
  const seen: string[] = []
  const { send, sent } = testPipeline([() => new Response('{}')], {
    ...once,
    use: [
      (next) => async (input, init) => {
        const response = await next(input, init)
        seen.push(String(input), response.url)
        return response
      }
    ]
  })
  expect((await send(url, {})).url).toBe(url)
  expect(sent[0]?.url).toBe(`${url}&map=${encoded}`)
  expect(seen).toEqual([url, url])
})

test.each([
  ["the platform's own response, which knows the whole URL,", true],
  ['a response made by hand, whose URL is fixed,', false]
])('%s is handed out without the key', async (_what, configurable) => {
  const { send } = testPipeline(
    [({ url }) => Object.defineProperty(new Response('{}'), 'url', { value: url, configurable })],
    once
  )
  const response = await send(url, {})
  expect(response.url).not.toContain('hunter2')
  expect(await response.text()).toBe('{}')
})

test('an error shows it neither in the message, the URL nor the cause', async () => {
  const fault = ({ url }: { url: string }) =>
    Promise.reject(Object.assign(networkFault('ECONNRESET'), { input: url, message: `cannot fetch ${url}` }))
  const error = await rejection(testPipeline([fault], once).send(url, {}))
  expect(error).toMatchObject({ code: 'network', url: redactUrl(url) })
  expect(inspect([error, error.cause], { depth: null, showHidden: true })).not.toContain('hunter2')
})

describe('a URL that the server made of the one that it was asked with', () => {
  const login = `${origin}/login?returnUrl=${encodeURIComponent(`${url}&map=${encoded}`)}`
  const to = (location: string) => () => new Response(null, { status: 302, headers: { Location: location } })
  const asked = ({ url }: { url: string }) =>
    Object.defineProperty(new Response('no', { status: 403 }), 'url', { value: url })

  test('shows no key in response.url, to middleware neither, nor in what errors are told of the call', async () => {
    const seen: unknown[] = []
    const logging: FetchMiddleware = (next) => async (input, init) => {
      const response = await next(input, init)
      seen.push(response.url, [...response.headers])
      return response
    }
    const { ask, secrets } = testPipeline([to(login), asked], { ...once, use: [logging] })
    const reply = await ask(url)
    const response = handOut(reply, secrets)
    const error = secrets.guard(makeError)({ ...answered(reply, ''), code: 'http-status' })
    expect(new URL(response.url).origin).toBe(origin)
    expect(response.url).toContain('/login?returnUrl=')
    expect(error.url).toContain('/login?returnUrl=')
    expect(seen).toHaveLength(2)
    expect(inspect([seen, response.url, error], { depth: null })).not.toMatch(/hunter2/)
  })

  test('leads elsewhere without it', async () => {
    const elsewhere = login.replace(origin, 'https://sso.example')
    const { send, sent } = testPipeline([to(elsewhere), () => new Response('{}')], once)
    await send(url, {})
    expect(sent[1]?.url).toBe('https://sso.example/login')
  })

  test('in a header of a success is shown without it; the body is the same', async () => {
    const headers = {
      Link: `<${url}&map=${encoded}&page=2>; rel="next"`,
      'Content-Type': 'text/hunter2',
      'X-Other': 'a'
    }
    const { send } = testPipeline([() => new Response('[1]', { headers })], once)
    const response = await send(url, {})
    expect(Object.fromEntries(response.headers)).toEqual({
      link: `<${url}&map=***&page=2>; rel="next"`,
      'content-type': 'text/hunter2',
      'x-other': 'a'
    })
    expect(await response.text()).toBe('[1]')
  })
})

describe('redirects', () => {
  const to = (location: string) => () => new Response(null, { status: 307, headers: { Location: location } })
  const ok = () => new Response('{}')

  test('on the own origin keep it, once', async () => {
    const { send, sent } = testPipeline([to('/next'), to(`/last?map=${encoded}`), ok], once)
    await send(url, {})
    expect(sent.map(({ url }) => url).slice(1)).toEqual([
      `${origin}/next?map=${encoded}`,
      `${origin}/last?map=${encoded}`
    ])
  })

  test('there and back do not bring it out again', async () => {
    const { send, sent } = testPipeline([to('https://evil.example/'), to(`${origin}/back`), ok], once)
    await send(url, {})
    expect(sent.map(({ url }) => url).slice(1)).toEqual(['https://evil.example/', `${origin}/back`])
  })

  test('to another origin lose it, also where the server copied it', async () => {
    const { send, sent } = testPipeline([to(`https://other.example/a?x=1&copy=${encoded}`), ok], once)
    expect((await send(url, {})).ok).toBe(true)
    expect(sent[1]?.url).toBe('https://other.example/a?x=1')
  })
})

test('a link to another origin with a copy of the key is fetched without it', async () => {
  const ok = () => new Response('{}')
  const { send, sent } = testPipeline([ok, ok], once)
  await send(url, {})
  await send(`https://other.example/next?map=${encoded}&page=2`, {})
  expect(sent[1]?.url).toBe('https://other.example/next?page=2')
})

test('where the platform follows redirects itself they are refused', async () => {
  const { redirects } = await import('../redirect/follow-redirects.ts')
  let mode: string | undefined
  const send = redirects({ error: (init) => Object.assign(new Error(), init) as never, visible: false })(
    async ({ redirect }) => {
      mode = redirect
      return replyOf(new Response('{}'))
    }
  )
  await send({ url, method: 'GET', headers: {}, secretQuery: { map: key } }, testCall().call)
  expect(mode).toBe('error')
})

test.each([
  ['https://h/a', 'https://h/a?k=v%20w'],
  ['https://h/a?b=1,2%20&c', 'https://h/a?b=1,2%20&c&k=v%20w'],
  ['https://h/a?k=old&b=1#f', 'https://h/a?b=1&k=v%20w#f']
])('%s becomes %s', (from, to) => {
  expect(withQuery(from, { k: 'v w' })).toBe(to)
})

test.each([
  ['its host, in lower case', 'KeyABC123', 'https://keyabc123.evil.example/'],
  ['its path', key, `https://evil.example/login/${encoded}/x`],
  ['its user name', key, `https://${encoded}@evil.example/`]
])('a link to another origin with a copy of the key in %s is not fetched', async (_, map, target) => {
  const ok = () => new Response('{}')
  const { send, sent } = testPipeline([ok, ok], { auth: () => ({ query: { map } }) })
  await send(url, {})
  expect(await rejection(send(target, { call: { linked: true } }))).toMatchObject({ code: 'blocked-origin' })
  expect(sent).toHaveLength(1)
})

test('a copy of the key as the name of a member is taken out as well', async () => {
  const ok = () => new Response('{}')
  const { send, sent } = testPipeline([ok, ok], once)
  await send(url, {})
  await send(`https://other.example/x?${encoded}&page=2`, { call: { linked: true } })
  expect(sent[1]?.url).toBe('https://other.example/x?page=2')
})
