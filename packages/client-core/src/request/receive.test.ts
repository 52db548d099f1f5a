import { describe, expect, test } from 'vitest'
import { textOf } from '../response/body.ts'
import { countedSignal } from '../testing/counted-signal.ts'
import { makeError } from '../testing/make-error.ts'
import { openBody } from '../testing/network/bodies.ts'
import { networkFault } from '../testing/network/fake-fetch.ts'
import { readText } from '../testing/network/read-stream.ts'
import { origin, testPipeline } from '../testing/pipeline.ts'
import { rejection } from '../testing/rejection.ts'
import type { BodyRest } from './fetch/body-rest.ts'
import { handOut } from './fetch/hand-out.ts'

const url = `${origin}/base/jobs`
const ok = () => new Response('{}')
const once = { retry: false } as const
/** An answer whose body breaks off after `text`, where the answer is read at all. */
const cutAfter = (text: string, init?: ResponseInit) => () => {
  let isSent = false
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    if (isSent) controller.error(networkFault('UND_ERR_SOCKET'))
    else controller.enqueue(new TextEncoder().encode(text))
    isSent = true
  }
  return new Response(new ReadableStream({ pull }, { highWaterMark: 0 }), init)
}

describe('a body that is cut', () => {
  test('is asked for again where the call is safe', async () => {
    const { ask, sent, clock } = testPipeline([cutAfter('{"a"'), cutAfter('{'), () => new Response('{"a":1}')])
    const call = ask(url)
    await clock.advance(5_000)
    expect([textOf(await call, makeError), sent.length, clock.pending]).toEqual(['{"a":1}', 3, 0])
  })

  test('is told as a network fault after the last try', async () => {
    const { ask, sent, clock } = testPipeline(Array(3).fill(cutAfter('{')))
    const failed = rejection(ask(url))
    await clock.advance(5_000)
    expect(await failed).toMatchObject({
      code: 'network',
      message: `GET ${url} failed: connection cut (UND_ERR_SOCKET)`,
      method: 'GET',
      url
    })
    expect([sent.length, clock.pending]).toEqual([3, 0])
  })

  test('of a POST is not asked for again: its work may be done', async () => {
    const { ask, sent } = testPipeline([cutAfter('{'), ok])
    expect((await rejection(ask(url, { method: 'POST', body: '{}' }))).code).toBe('network')
    expect(sent).toHaveLength(1)
  })

  test('shows no secret that the platform names', async () => {
    const auth = () => ({ 'X-Key': 'hunter2-key' })
    const body = openBody()
    const { ask, clock } = testPipeline([new Response(body.stream)], { ...once, auth })
    const failed = rejection(ask(url))
    await clock.advance(1)
    body.breakOff(new TypeError('hunter2-key was cut'))
    const error = await failed
    expect(error.message).toBe(`GET ${url} failed: *** was cut`)
    expect(String(error.cause)).not.toContain('hunter2')
  })
})

describe('a success that is spared', () => {
  const spared = { method: 'POST', call: { isSpared: ({ status }: { status: number }) => status === 201 } }

  test('counts though its body breaks off: its headers say enough', async () => {
    const { ask } = testPipeline([cutAfter('{"id"', { status: 201, headers: { Location: '/jobs/1' } })])
    const reply = await ask(url, spared)
    expect([reply.status, reply.ok, reply.headers.get('Location'), textOf(reply, makeError)]).toEqual([
      201,
      true,
      '/jobs/1',
      '{"id"'
    ])
    expect(reply.rest).toBeUndefined()
  })

  test('counts after 5 seconds though its body hangs', async () => {
    const body = openBody()
    const { ask, clock } = testPipeline([new Response(body.stream, { status: 201 })])
    const call = ask(url, spared)
    body.write('{')
    await clock.advance(4_999)
    expect(body.cancelled()).toBe(false)
    await clock.advance(1)
    expect([textOf(await call, makeError), body.cancelled(), clock.pending]).toEqual(['{', true, 0])
  })

  test('has its whole body where that comes in time, longer than an error', async () => {
    const { ask, clock } = testPipeline([new Response('x'.repeat(100_000), { status: 201 })])
    expect((await ask(url, spared)).bytes).toHaveLength(100_000)
    expect(clock.pending).toBe(0)
  })

  test('is as any other where it is not spared', async () => {
    const { ask } = testPipeline([cutAfter('{', { status: 200 })])
    expect((await rejection(ask(url, spared))).code).toBe('network')
  })

  test('is still ended by the caller', async () => {
    const caller = countedSignal()
    const body = openBody()
    const { ask, clock } = testPipeline([new Response(body.stream, { status: 201 })])
    const failed = rejection(ask(url, { ...spared, signal: caller.signal }))
    await clock.advance(10)
    caller.abort('enough')
    expect(await failed).toMatchObject({ code: 'aborted', cause: 'enough' })
    await clock.advance(0)
    expect([body.cancelled(), clock.pending, caller.left()]).toEqual([true, 0, 0])
  })
})

describe('open is like bytes up to the bound of a body, and like a stream from there on', () => {
  const open = { call: { body: 'open', timeout: 1_000 } } as const

  test('a body within its bound is there whole, and nothing is left to read', async () => {
    const { ask, clock } = testPipeline([new Response('abc')], { maxBodyBytes: 3 })
    const reply = await ask(url, open)
    expect([textOf(reply, makeError), reply.rest, clock.pending]).toEqual(['abc', undefined, 0])
  })

  test('what comes late after the bound is waited for', async () => {
    const body = openBody()
    const { ask, clock } = testPipeline([new Response(body.stream)], { maxBodyBytes: 3 })
    const call = ask(url, open)
    body.write('abcd')
    const { bytes, rest } = await call
    expect(new TextDecoder().decode(bytes)).toBe('abcd')
    const text = new Response(rest?.stream()).text()
    for (let i = 0; i < 3; i++) {
      await clock.advance(999)
      body.write('e')
    }
    body.end()
    expect(await text).toBe('eee')
    expect(clock.pending).toBe(0)
  })

  test('what comes late before it is not, and a pause after it has its bound', async () => {
    const [early, late] = [openBody(), openBody()]
    const { ask, clock } = testPipeline([new Response(early.stream), new Response(late.stream)], {
      ...once,
      maxBodyBytes: 3
    })
    const first = rejection(ask(url, open))
    await clock.advance(600)
    early.write('ab')
    await clock.advance(400)
    expect(await first).toMatchObject({ code: 'timeout', message: expect.stringContaining('was not complete within') })
    const call = ask(url, open)
    late.write('abcd')
    const { rest } = await call
    const second = rejection(readText((rest as BodyRest).stream()))
    await clock.advance(1_000)
    expect(await second).toMatchObject({ code: 'timeout', message: expect.stringContaining('no more of the body') })
    expect([early.cancelled(), late.cancelled(), clock.pending]).toEqual([true, true, 0])
  })

  test('what breaks off before the bound is asked for again', async () => {
    const { ask, sent, clock } = testPipeline([cutAfter('ab'), () => new Response('abc')], { maxBodyBytes: 3 })
    const call = ask(url, open)
    await clock.advance(500)
    expect([textOf(await call, makeError), sent.length]).toEqual(['abc', 2])
  })
})

describe('an answer whose status has no body, with the empty body that browsers give it', () => {
  /** As browsers make it: `body` is a stream that ends at once. */
  const browser = (status: number): Response =>
    Object.defineProperties(new Response(''), {
      status: { value: status },
      ok: { value: status >= 200 && status <= 299 }
    })

  test.each([204, 205, 304])('%i is read, and handed out without a body', async (status) => {
    const { ask, secrets, clock } = testPipeline([browser(status)], once)
    const reply = await ask(url)
    expect([reply.status, reply.ok, textOf(reply, makeError)]).toEqual([status, status < 300, ''])
    const response = handOut(reply, secrets)
    expect([response.status, response.ok, response.body, await response.text()]).toEqual([
      ...[status, status < 300, null, '']
    ])
    expect(clock.pending).toBe(0)
  })

  test.each([204, 205, 304])('%i is handed out by fetch, too', async (status) => {
    const { send } = testPipeline([browser(status)], once)
    const response = await send(url, { call: { body: 'stream' } })
    expect([response.status, response.body]).toEqual([status, null])
  })
})

test('a stream is left unread, with its status and headers', async () => {
  const body = openBody()
  const { ask, clock } = testPipeline([new Response(body.stream, { headers: { 'X-A': '1' } })], { maxBodyBytes: 3 })
  const reply = await ask(url, { call: { body: 'stream' } })
  expect([reply.bytes.length, reply.headers.get('X-A'), clock.pending]).toEqual([0, '1', 0])
  body.write('longer than its bound')
  body.end()
  expect(await new Response(reply.rest?.stream()).text()).toBe('longer than its bound')
})

test('many small pieces come out as they went in', async () => {
  const body = openBody()
  const { ask } = testPipeline([new Response(body.stream)])
  const call = ask(url)
  const text = Array.from({ length: 1_000 }, (_, i) => `${i},`)
  for (const piece of text) body.write(piece)
  body.end()
  expect(textOf(await call, makeError)).toBe(text.join(''))
})
