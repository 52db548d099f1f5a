import { expect, test } from 'vitest'
import { openBody } from '../testing/network/bodies.ts'
import { origin, testPipeline } from '../testing/pipeline.ts'
import { rejection } from '../testing/rejection.ts'

const url = `${origin}/base/jobs`
const timeout = 10_000
const stream = { call: { body: 'stream' } } as const

test('a stream may last, and be longer, than any bound while chunks keep coming', async () => {
  const body = openBody()
  const { send, clock } = testPipeline([new Response(body.stream)], { timeout, maxBodyBytes: 5 })
  const text = (await send(url, stream)).text()
  for (let i = 0; i < 20; i++) {
    await clock.advance(timeout - 1)
    body.write('abc')
  }
  body.end()
  expect(await text).toBe('abc'.repeat(20))
  expect(clock.pending).toBe(0)
})

test('a stream ends when the next chunk takes longer than the timeout', async () => {
  const body = openBody()
  const { send, clock } = testPipeline([new Response(body.stream)], { timeout })
  const failed = rejection((await send(url, stream)).text())
  await clock.advance(timeout - 1)
  body.write('abc')
  await clock.advance(timeout - 1)
  expect(body.cancelled()).toBe(false)
  await clock.advance(1)
  expect(await failed).toMatchObject({
    code: 'timeout',
    message: `GET ${url}: no more of the body arrived within 10000 ms`
  })
  expect([body.cancelled(), clock.pending]).toEqual([true, 0])
})

test('a stream has time while its reader pauses', async () => {
  const body = openBody()
  const { send, clock } = testPipeline([new Response(body.stream)], { timeout })
  const reader = (await send(url, stream)).body?.getReader()
  body.write('abc')
  await reader?.read()
  await clock.advance(100 * timeout)
  body.write('def')
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('def')
  expect(clock.pending).toBe(0)
})

test('a stream that its reader cancels tells the server and leaves nothing behind', async () => {
  const body = openBody()
  const { send, clock } = testPipeline([new Response(body.stream)])
  const reader = (await send(url, stream)).body?.getReader()
  const waiting = reader?.read()
  await clock.advance(0)
  expect(clock.pending).toBe(1)
  await reader?.cancel()
  expect(await waiting).toMatchObject({ done: true })
  await clock.advance(0)
  expect([body.cancelled(), clock.pending]).toEqual([true, 0])
})
