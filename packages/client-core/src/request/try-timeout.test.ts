import { expect, test } from 'vitest'
import { openBody } from '../testing/network/bodies.ts'
import { deaf, hanging } from '../testing/network/fake-fetch.ts'
import { origin, testPipeline } from '../testing/pipeline.ts'
import { rejection } from '../testing/rejection.ts'

const url = `${origin}/base/jobs`

test.each([deaf, hanging])('a try that hangs is given up in favour of the next one', async (answer) => {
  const { send, sent, clock } = testPipeline([answer, new Response('{}')])
  const call = send(url, {})
  await clock.advance(29_999)
  expect(sent[0]?.init.signal?.aborted).toBe(false)
  await clock.advance(1)
  expect(sent[0]?.init.signal?.aborted).toBe(true)
  expect(sent).toHaveLength(1)
  await clock.advance(200)
  expect((await call).ok).toBe(true)
  expect([sent.length, clock.pending]).toEqual([2, 0])
})

test('a slow operation is not given up before the call is, unless the caller says so', async () => {
  const { send, sent, clock } = testPipeline([hanging, hanging, new Response('{}')])
  const failed = rejection(send(url, { call: { slow: true } }))
  await clock.advance(60_000)
  expect(await failed).toMatchObject({ code: 'timeout', message: expect.stringContaining('within 60000 ms') })
  expect([sent.length, clock.pending]).toEqual([1, 0])
  const call = send(url, { call: { slow: true, retry: { tryTimeout: 1_000 } } })
  await clock.advance(1_200)
  expect((await call).ok).toBe(true)
  expect(sent).toHaveLength(3)
})

test('the last try that hangs is told as what it is', async () => {
  const { send, clock } = testPipeline([deaf, deaf], { retry: { limit: 1, tryTimeout: 1_000 } })
  const failed = rejection(send(url, {}))
  await clock.advance(2_200)
  expect(await failed).toMatchObject({
    code: 'timeout',
    message: `GET ${url}: one attempt took longer than 1000 ms`,
    method: 'GET',
    url
  })
  expect(clock.pending).toBe(0)
})

test('the bound covers the body of an error, which gives way to the next try', async () => {
  const { send, sent, clock } = testPipeline(
    [() => new Response(openBody().stream, { status: 500 }), new Response('{}')],
    {
      retry: { tryTimeout: 1_000 }
    }
  )
  const call = send(url, {})
  await clock.advance(1_200)
  expect((await call).ok).toBe(true)
  expect([sent.length, clock.pending]).toEqual([2, 0])
})

test('the bound does not cover the body of a success', async () => {
  const body = openBody()
  const { send, clock } = testPipeline([new Response(body.stream)], { retry: { tryTimeout: 1_000 } })
  const text = send(url, {}).then((response) => response.text())
  await clock.advance(20_000)
  body.write('slow')
  body.end()
  expect(await text).toBe('slow')
})

test.each([
  ['a call that cannot be repeated', { method: 'POST' }],
  ['a call that is not to be repeated', { call: { retry: false } }],
  ['a call with one try only', { call: { retry: { limit: 0, tryTimeout: 1_000 } } }]
] as const)('%s has the total bound alone', async (_, init) => {
  const { send, sent, clock } = testPipeline([hanging])
  const failed = rejection(send(url, init))
  await clock.advance(59_999)
  expect(sent[0]?.init.signal?.aborted).toBe(false)
  await clock.advance(1)
  expect((await failed).message).toContain('no response within 60000 ms')
})

test('a POST that the contract calls safe has it', async () => {
  const { send, sent, clock } = testPipeline([hanging, new Response('{}')])
  const call = send(url, { method: 'POST', call: { safe: true } })
  await clock.advance(30_200)
  expect((await call).ok).toBe(true)
  expect(sent).toHaveLength(2)
})
