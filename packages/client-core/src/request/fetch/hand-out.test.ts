import { describe, expect, test } from 'vitest'
import { Secrets } from '../../redaction/secret-registry.ts'
import { readErrorBody, readJson } from '../../response/body.ts'
import { httpFailure } from '../../response/http-failure.ts'
import { makeError } from '../../testing/make-error.ts'
import { json, openBody } from '../../testing/network/bodies.ts'
import { replyOf as replyTo } from '../../testing/network/reply.ts'
import { origin, testPipeline } from '../../testing/pipeline.ts'
import { thrown } from '../../testing/rejection.ts'
import { handOut, readResponse, replyOf } from './hand-out.ts'

const url = `${origin}/base/jobs`
const auth = () => ({ Authorization: 'Bearer hunter2-token', 'X-Key': 'hunter2-key' })
const knowing = (secret: string): Secrets => {
  const secrets = new Secrets()
  secrets.add(secret)
  return secrets
}

describe("an error's answer that quotes the credentials", () => {
  const quoting = () =>
    json(
      { detail: 'the token hunter2-token and the key hunter2-key are wrong', headers: [{ k: 'hunter2-call' }] },
      { status: 403, statusText: 'No hunter2-key', headers: { 'X-Request-ID': 'hunter2-key-1', 'X-Other': 'ä' } }
    )

  test('is handed out without them, and otherwise whole', async () => {
    const { send } = testPipeline([quoting], { auth })
    const response = await send(url, { headers: { Authorization: 'Bearer hunter2-call' } })
    expect(response).toMatchObject({ status: 403, ok: false, url, statusText: 'No ***' })
    expect(Object.fromEntries(response.headers)).toMatchObject({ 'x-request-id': '***-1', 'x-other': 'ä' })
    expect(await response.json()).toEqual({
      detail: 'the token *** and the key *** are wrong',
      headers: [{ k: '***' }]
    })
  })

  test('makes an error without them', async () => {
    const { ask, secrets } = testPipeline([quoting], { auth })
    const reply = await ask(url)
    const init = httpFailure(reply, undefined, JSON.stringify(readErrorBody(reply)), 0)
    const { message, requestId } = secrets.guard(makeError)(init)
    expect(message).toContain('403 No ***: {"detail":"the token *** and the key *** are wrong"')
    expect(requestId).toBe('***-1')
  })
})

test('bytes that are no text come as they are', async () => {
  const bytes = new Uint8Array([0, 255, 254, 200, 0])
  const { send } = testPipeline([new Response(bytes, { status: 500 })], { auth, retry: false })
  expect(new Uint8Array(await (await send(url, {})).arrayBuffer())).toEqual(bytes)
})

test('no body stays none', async () => {
  const response = handOut(await replyTo(new Response(null, { status: 304 })), knowing('hunter2'))
  expect([response.status, response.body]).toEqual([304, null])
  expect(handOut(await replyTo(new Response(null)), new Secrets()).body).toBeNull()
})

test('the body of a success comes as it is: results are not rewritten', async () => {
  const { send } = testPipeline([new Response('hunter2-token')], { auth })
  expect(await (await send(url, {})).text()).toBe('hunter2-token')
})

test('broken JSON that quotes them is told without them, its cause too', async () => {
  const known = knowing('hunter2')
  const reply = await replyTo(new Response('hunter2 is no JSON'))
  const error = await thrown(() => readJson(reply, known.guard(makeError)))
  expect(String(error)).toContain('*** is no JSON')
  expect(String(error.cause)).toContain('SyntaxError')
  expect(String(error.cause)).not.toContain('hunter2')
})

describe('what a platform hands out and its constructor refuses', () => {
  /** A response as a platform makes it, which may be what nobody else can make. */
  const platform = (body: string | null, own: Readonly<Record<string, unknown>>) =>
    Object.defineProperties(
      new Response(body),
      Object.fromEntries(Object.entries(own).map(([key, value]) => [key, { value }]))
    )

  test.each([101, 103, 204, 205, 304])('%i with a body is handed out without it', async (status) => {
    const reply = await replyTo(platform('surplus', { status, ok: status < 300 && status >= 200 }))
    const response = handOut(reply, new Secrets())
    expect([response.status, response.ok, response.body, await response.text()]).toEqual([status, reply.ok, null, ''])
  })

  test.each([199, 600, 999])('the status %i', async (status) => {
    const response = handOut(await replyTo(platform('x', { status, ok: false })), new Secrets())
    expect([response.status, response.ok, await response.text()]).toEqual([status, false, 'x'])
  })

  test.each(['Grüße 😀', 'a\nb'])('the reason phrase %j', async (statusText) => {
    const response = handOut(await replyTo(platform('x', { status: 404, ok: false, statusText })), new Secrets())
    expect([response.status, response.statusText, response.ok]).toEqual([404, statusText, false])
  })
})

describe('secrets', () => {
  const quoting = () =>
    new Response('{}', {
      headers: { 'X-Echo': 'key=hunter2', Link: '</a?k=%68unter2>; rel="next"', 'Content-Type': 'text/hunter2' }
    })

  test('in headers and the URL are hidden, and what the body is read by stays', async () => {
    const reply = await replyTo(quoting(), 'https://hunter2.example/hunter2?k=hunter2')
    for (const response of [handOut(reply, knowing('hunter2')), readResponse(reply, knowing('hunter2'))]) {
      expect(response.url).toBe('https://hunter2.example/***?k=***')
      expect(Object.fromEntries(response.headers)).toEqual({
        'x-echo': 'key=***',
        link: '</a?k=***>; rel="next"',
        'content-type': 'text/hunter2'
      })
    }
    expect(reply.headers.get('X-Echo')).toBe('key=hunter2')
  })
})

describe('the response of a body that was read', () => {
  test("is the platform's own where it shows no secret", async () => {
    const response = Object.defineProperty(new Response('{}', { headers: { 'X-A': '1' } }), 'url', { value: url })
    expect(readResponse(await replyTo(response, url), knowing('hunter2'))).toBe(response)
  })

  test('has the URL of the request where it was made by hand', async () => {
    const reply = await replyTo(new Response('{}', { status: 201, headers: { 'X-A': '1' } }), url)
    const response = readResponse(reply, new Secrets())
    expect([response.url, response.status, response.headers.get('X-A')]).toEqual([url, 201, '1'])
  })
})

test('a reply is found again by its response, until its body is read', async () => {
  const reply = await replyTo(new Response('{}'))
  const response = handOut(reply, new Secrets())
  expect(replyOf(response)).toBe(reply)
  await response.text()
  expect([replyOf(response), replyOf(new Response('{}'))]).toEqual([undefined, undefined])
})

test('a redirect that was followed shows in the copy', async () => {
  const followed = Object.defineProperty(new Response('{}'), 'redirected', { value: true })
  expect(handOut(await replyTo(followed), new Secrets()).redirected).toBe(true)
})

test('a rest is handed out as a stream, and lets go what nobody reads on', async () => {
  const body = openBody()
  const { send, clock } = testPipeline([new Response(body.stream)])
  const response = await send(url, { call: { body: 'stream' } })
  const reader = response.body?.getReader()
  body.write('a')
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('a')
  await reader?.cancel('enough')
  expect([body.cancelled(), clock.pending]).toEqual([true, 0])
})
