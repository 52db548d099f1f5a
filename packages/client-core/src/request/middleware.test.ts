import { describe, expect, test } from 'vitest'
import { textOf } from '../response/body.ts'
import { countedSignal } from '../testing/counted-signal.ts'
import { makeError } from '../testing/make-error.ts'
import { openBody } from '../testing/network/bodies.ts'
import { hanging, networkFault } from '../testing/network/fake-fetch.ts'
import { readText } from '../testing/network/read-stream.ts'
import { origin, testPipeline } from '../testing/pipeline.ts'
import { rejection } from '../testing/rejection.ts'
import type { BodyRest } from './fetch/body-rest.ts'
import type { FetchMiddleware } from './middleware.ts'

const url = `${origin}/base/jobs`
const ok = () => new Response('{}')
const passing: FetchMiddleware = (next) => (input, init) => next(input, init)

describe('what a middleware hands on untouched', () => {
  test('is the reply itself, its body not read again', async () => {
    const { ask, clock } = testPipeline([new Response('{"a":1}', { status: 201 })], { use: [passing, passing] })
    const reply = await ask(url, { method: 'POST', body: '{}' })
    expect([reply.method, reply.url, reply.status, textOf(reply, makeError)]).toEqual(['POST', url, 201, '{"a":1}'])
    expect(clock.pending).toBe(0)
  })

  test('keeps the rest of a body, with the bounds of its call', async () => {
    const body = openBody()
    const { ask, clock } = testPipeline([new Response(body.stream)], { use: [passing] })
    const { rest } = await ask(url, { call: { body: 'stream', timeout: 1_000 } })
    const failed = rejection(readText((rest as BodyRest).stream()))
    body.write('a')
    await clock.advance(1_000)
    expect((await failed).message).toContain('no more of the body arrived within 1000 ms')
    expect([body.cancelled(), clock.pending]).toEqual([true, 0])
  })

  test('is repeated and bounded as the call asked', async () => {
    const { ask, sent, clock } = testPipeline([networkFault(), ok], { use: [passing] })
    const call = ask(url, { method: 'POST', body: '{}', call: { safe: true } })
    await clock.advance(500)
    expect([(await call).ok, sent.length, sent[1]?.body]).toEqual([true, 2, '{}'])
  })

  test('goes with harmless headers where the server chose the address', async () => {
    const { ask, sent } = testPipeline([ok], { use: [passing], headers: { 'X-Key': 'k' } })
    await ask('https://other.example/a', { headers: { 'X-Own': 'o', Range: 'bytes=0-1' }, call: { linked: true } })
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({ range: 'bytes=0-1' })
  })
})

describe('what a middleware answers itself', () => {
  test('is read as a body from the network is', async () => {
    const copying: FetchMiddleware = (next) => async (input, init) => {
      const response = await next(input, init)
      return new Response((await response.text()).toUpperCase(), { status: 203, headers: { 'X-A': '1' } })
    }
    const { ask } = testPipeline([new Response('{"a":1}')], { use: [copying] })
    const reply = await ask(url)
    expect([reply.url, reply.status, reply.headers.get('X-A'), textOf(reply, makeError)]).toEqual([
      url,
      203,
      '1',
      '{"A":1}'
    ])
  })

  test('is read anew where it read the body of what it hands on', async () => {
    const peeking: FetchMiddleware = (next) => async (input, init) => {
      const response = await next(input, init)
      await response.clone().text()
      return response
    }
    const { ask } = testPipeline([new Response('{"a":1}')], { use: [peeking] })
    expect(textOf(await ask(url), makeError)).toBe('{"a":1}')
  })

  test('is read anew, too, where it read a clone of a stream', async () => {
    const peeking: FetchMiddleware = (next) => async (input, init) => {
      const response = await next(input, init)
      await response.clone().text()
      return response
    }
    const { ask, clock } = testPipeline([new Response('{"a":1}')], { use: [passing, peeking, passing] })
    const { rest } = await ask(url, { call: { body: 'stream' } })
    expect(await readText((rest as BodyRest).stream())).toBe('{"a":1}')
    expect(clock.pending).toBe(0)
  })

  test('must be complete within the time of the call', async () => {
    const body = openBody()
    const cached: FetchMiddleware = () => async () => new Response(body.stream)
    const { ask, clock } = testPipeline([], { use: [cached], timeout: 1_000 })
    const failed = rejection(ask(url))
    await clock.advance(1_000)
    expect((await failed).message).toBe(`GET ${url}: the body was not complete within 1000 ms`)
    expect([body.cancelled(), clock.pending]).toEqual([true, 0])
  })
})

describe('a request that lost its call on the way', () => {
  test('has the settings of the client, and its own signal', async () => {
    const losing: FetchMiddleware = (next) => (input) => next(String(input))
    const { ask, sent, clock } = testPipeline([networkFault(), hanging], { use: [losing], timeout: 5_000 })
    const failed = rejection(ask(url, { call: { retry: false, timeout: 60_000 } }))
    await clock.advance(5_000)
    expect((await failed).message).toContain('no response within 5000 ms')
    expect([sent.length, clock.pending]).toEqual([2, 0])
  })

  test('has credentials all the same', async () => {
    const losing: FetchMiddleware = (next) => (input) => next(String(input))
    const { ask, sent } = testPipeline([ok], { use: [losing], auth: () => ({ Authorization: 'Bearer t' }) })
    await ask(url)
    expect(sent[0]?.headers.get('Authorization')).toBe('Bearer t')
  })
})

test('its signal is aborted with the call, and no listener is left', async () => {
  const caller = countedSignal()
  let given: AbortSignal | null | undefined
  const noting: FetchMiddleware = (next) => (input, init) => {
    given = init?.signal
    return next(input, init)
  }
  const { ask, clock } = testPipeline([hanging], { use: [noting] })
  const failed = rejection(ask(url, { signal: caller.signal }))
  await clock.advance(1)
  caller.abort('enough')
  expect(await failed).toMatchObject({ code: 'aborted', cause: 'enough' })
  await clock.advance(0)
  expect([given?.aborted, caller.left(), clock.pending]).toEqual([true, 0, 0])
})
