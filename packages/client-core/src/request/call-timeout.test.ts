import { describe, expect, test } from 'vitest'
import { answered } from '../response/body.ts'
import { openBody } from '../testing/network/bodies.ts'
import { deaf, hanging, networkFault } from '../testing/network/fake-fetch.ts'
import { origin, testPipeline } from '../testing/pipeline.ts'
import { rejection } from '../testing/rejection.ts'
import { handOut } from './fetch/hand-out.ts'

const url = `${origin}/base/jobs`
const timeout = 10_000

function deferred<T>() {
  let resolve = (_: T): void => {}
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

describe('until the answer', () => {
  test.each([
    ['that ignores its signal', deaf],
    ['that gives up with its signal', hanging]
  ])('a fetch %s ends at the timeout', async (_, answer) => {
    const { send, clock } = testPipeline([answer], { timeout, retry: false })
    const failed = rejection(send(`${url}?token=hunter2`, { method: 'post' }))
    await clock.advance(timeout - 1)
    expect(clock.pending).toBe(1)
    await clock.advance(1)
    expect(await failed).toMatchObject({
      code: 'timeout',
      message: `POST ${url}?token=***: no response within 10000 ms`,
      method: 'POST',
      url: `${url}?token=***`
    })
    expect(clock.pending).toBe(0)
  })

  test('the timeout spans tries and the pauses between them', async () => {
    const { send, sent, clock } = testPipeline([() => new Response('', { status: 503 }), deaf], { timeout })
    const failed = rejection(send(url, {}))
    await clock.advance(timeout - 1)
    expect(sent).toHaveLength(2)
    await clock.advance(1)
    expect((await failed).code).toBe('timeout')
    expect(clock.pending).toBe(0)
  })

  test('the timeout of a call wins over that of the client', async () => {
    const { send, clock } = testPipeline([deaf, deaf], { timeout, retry: false })
    const short = rejection(send(url, { call: { timeout: 100 } }))
    await clock.advance(100)
    expect((await short).message).toContain('within 100 ms')
    const long = rejection(send(url, { call: { timeout: 2 ** 33 } }))
    await clock.advance(2 ** 33 - 1)
    expect(clock.pending).toBe(1)
    await clock.advance(1)
    expect((await long).code).toBe('timeout')
  })

  test('an answer that comes after the end is let go', async () => {
    const body = openBody()
    const { promise, resolve: answer } = deferred<Response>()
    const late = () => promise
    const { send, clock } = testPipeline([late], { timeout, retry: false })
    const failed = rejection(send(url, {}))
    await clock.advance(timeout)
    await failed
    answer(new Response(body.stream))
    await clock.advance(0)
    expect(body.cancelled()).toBe(true)
  })

  test('no timer is left after an answer, an error or a fault', async () => {
    const answers = [new Response('{}'), new Response('', { status: 404 }), networkFault('ECONNRESET')]
    const { send, clock } = testPipeline(answers, { retry: false })
    expect((await send(url, {})).status).toBe(200)
    expect((await send(url, {})).status).toBe(404)
    expect((await rejection(send(url, {}))).code).toBe('network')
    expect(clock.pending).toBe(0)
    expect(clock.delays.filter((delay) => delay === 60_000)).toHaveLength(3)
  })
})

test('a stream that nobody reads has no timer', async () => {
  const { send, clock } = testPipeline([new Response(openBody().stream)])
  await send(url, { call: { body: 'stream' } })
  expect(clock.pending).toBe(0)
})

describe('a buffered body', () => {
  test('must be complete within the time that the headers left', async () => {
    const body = openBody()
    const slow = async () => {
      await new Promise<void>((resolve) => clock.setTimeout(resolve, 4_000))
      return new Response(body.stream)
    }
    const { send, clock } = testPipeline([slow], { timeout, retry: false })
    const failed = rejection(send(url, {}))
    await clock.advance(4_000)
    for (let second = 4; second < 9; second++) {
      await clock.advance(1_000)
      body.write('x')
    }
    await clock.advance(999)
    expect(body.cancelled()).toBe(false)
    await clock.advance(1)
    expect(await failed).toMatchObject({
      code: 'timeout',
      message: `GET ${url}: the body was not complete within 10000 ms`
    })
    expect([body.cancelled(), clock.pending]).toEqual([true, 0])
  })

  test('is refused when it is longer than its bound, and not one byte earlier', async () => {
    const body = openBody()
    const { send, clock } = testPipeline([new Response('12345'), new Response(body.stream)], { maxBodyBytes: 5 })
    expect(await (await send(url, {})).text()).toBe('12345')
    const failed = rejection(send(url, {}))
    body.write('123')
    body.write('456')
    expect(await failed).toMatchObject({
      code: 'body-too-large',
      message: `GET ${url}: the body is longer than 5 bytes`
    })
    expect([body.cancelled(), clock.pending]).toEqual([true, 0])
  })

  test('that breaks off is a network fault', async () => {
    const body = openBody()
    const { send, clock } = testPipeline([new Response(body.stream)], { retry: false })
    const failed = rejection(send(url, {}))
    await clock.advance(1)
    body.write('{')
    await clock.advance(1)
    body.breakOff(networkFault('UND_ERR_SOCKET'))
    expect(await failed).toMatchObject({
      code: 'network',
      message: `GET ${url} failed: connection cut (UND_ERR_SOCKET)`
    })
    expect(clock.pending).toBe(0)
  })
})

test('the response keeps its status, headers and URL, and knows its call', async () => {
  const answer = new Response('{}', { status: 201, statusText: 'Created', headers: { 'X-A': '1' } })
  const { ask, secrets } = testPipeline([answer])
  const reply = await ask(`${url}?token=hunter2`, { method: 'POST' })
  const response = handOut(reply, secrets)
  expect(response).toMatchObject({
    status: 201,
    statusText: 'Created',
    ok: true,
    url: `${url}?token=hunter2`,
    redirected: false
  })
  expect(response.headers.get('X-A')).toBe('1')
  expect(answered(reply, '')).toMatchObject({ method: 'POST', url: `${url}?token=***` })
})
