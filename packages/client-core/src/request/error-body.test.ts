import { describe, expect, test } from 'vitest'
import { json, openBody } from '../testing/network/bodies.ts'
import { origin, testPipeline } from '../testing/pipeline.ts'

const url = `${origin}/base/jobs`
const once = { retry: false } as const

test('an error body is handed out whole, with its status, headers and URL', async () => {
  const problem = { type: 'about:blank', detail: 'ä' }
  const { send } = testPipeline(
    [json(problem, { status: 404, statusText: 'Not Found', headers: { 'X-Request-ID': 'r' } })],
    once
  )
  const response = await send(url, {})
  expect(response).toMatchObject({ status: 404, statusText: 'Not Found', ok: false, url })
  expect(response.headers.get('X-Request-ID')).toBe('r')
  expect(await response.json()).toEqual(problem)
})

test('is there before the answer is: nothing is left to wait for', async () => {
  const body = openBody()
  const { send, clock } = testPipeline([new Response(body.stream, { status: 500 })], once)
  let answered = false
  const call = send(url, {}).then((response) => {
    answered = true
    return response
  })
  body.write('half')
  await clock.advance(4_000)
  expect(answered).toBe(false)
  body.end()
  expect(await (await call).text()).toBe('half')
  expect(clock.pending).toBe(0)
})

describe('bounds', () => {
  test('64 KiB are kept and the rest is refused, at a chunk boundary', async () => {
    const body = openBody()
    const { send } = testPipeline([new Response(body.stream, { status: 500 })], once)
    const call = send(url, {})
    for (let i = 0; i < 65; i++) body.write(String.fromCharCode(97 + (i % 26)).repeat(1024))
    const text = await (await call).text()
    expect([text.length, text.startsWith('aaa'), text.endsWith('lll')]).toEqual([65_536, true, true])
    expect(body.cancelled()).toBe(true)
  })

  test('and within a chunk', async () => {
    const body = openBody()
    const { send } = testPipeline([new Response(body.stream, { status: 500 })], once)
    const call = send(url, {})
    body.write('a'.repeat(65_000))
    body.write('b'.repeat(1_000_000))
    const text = await (await call).text()
    expect([text.length, text.indexOf('b'), body.cancelled()]).toEqual([65_536, 65_000, true])
  })

  test('a dripping body is cut after 5 seconds: what came is handed out', async () => {
    const body = openBody()
    const { send, clock } = testPipeline([new Response(body.stream, { status: 502 })], once)
    const call = send(url, {})
    for (let second = 0; second < 5; second++) {
      body.write(String(second))
      await clock.advance(999)
      expect(body.cancelled()).toBe(false)
    }
    await clock.advance(5)
    const response = await call
    expect([response.status, await response.text()]).toEqual([502, '01234'])
    expect([body.cancelled(), clock.pending]).toEqual([true, 0])
  })

  test('a body that breaks off hides neither the status nor what came', async () => {
    const body = openBody()
    const { send, clock } = testPipeline([new Response(body.stream, { status: 500 })], once)
    const call = send(url, {})
    body.write('the disk is')
    await clock.advance(1)
    body.breakOff(new Error('cut'))
    const response = await call
    expect([response.status, await response.text(), clock.pending]).toEqual([500, 'the disk is', 0])
  })
})

describe('nothing to read', () => {
  test.each([204, 205, 304])('%i has no body', async (status) => {
    const { send } = testPipeline([new Response(null, { status })], once)
    const response = await send(url, {})
    expect([response.status, response.body, await response.text()]).toEqual([status, null, ''])
  })

  test.each([
    ['no body', null],
    ['an empty one', '']
  ])('an error with %s', async (_, body) => {
    const { send, clock } = testPipeline(
      [new Response(body, { status: 500, headers: { 'Content-Length': '0' } })],
      once
    )
    const response = await send(url, {})
    expect([response.status, await response.text(), clock.pending]).toEqual([500, '', 0])
  })

  test('a success that is handed out as a stream is not touched', async () => {
    const body = openBody()
    const { send, clock } = testPipeline([new Response(body.stream)], once)
    const response = await send(url, { call: { body: 'stream' } })
    expect([response.status, clock.pending]).toEqual([200, 0])
    body.end()
    expect(await response.text()).toBe('')
  })
})

test.each([600, 999])('the status %i, which no constructor allows, is told as it is', async (status) => {
  const odd = Object.defineProperties(new Response('go away'), { status: { value: status }, ok: { value: false } })
  const { send } = testPipeline([odd], once)
  const response = await send(url, {})
  expect([response.status, response.ok, await response.text()]).toEqual([status, false, 'go away'])
})
