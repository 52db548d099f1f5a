import { describe, expect, test } from 'vitest'
import { countedSignal } from '../testing/counted-signal.ts'
import { makeError } from '../testing/make-error.ts'
import { openBody } from '../testing/network/bodies.ts'
import { deaf, type FetchAnswer, hanging, networkFault } from '../testing/network/fake-fetch.ts'
import { origin, testPipeline } from '../testing/pipeline.ts'
import { rejection } from '../testing/rejection.ts'

const url = `${origin}/base/jobs`

describe('abort by the caller', () => {
  test('before the call: nothing is sent, no timer is left, no listener either', async () => {
    const caller = countedSignal()
    caller.abort('changed my mind')
    const { send, sent, clock } = testPipeline([new Response('{}')])
    expect(await rejection(send(url, { signal: caller.signal }))).toMatchObject({
      code: 'aborted',
      name: 'AbortError',
      message: `GET ${url} was aborted`,
      cause: 'changed my mind',
      method: 'GET',
      url
    })
    expect([sent.length, clock.pending, caller.left()]).toEqual([0, 0, 0])
  })

  test.each<[string, FetchAnswer]>([
    ['a fetch that ignores its signal', deaf],
    ['a fetch that gives up', hanging],
    ['the body of an error', () => new Response(openBody().stream, { status: 500 })]
  ])('while waiting for %s: at once, with no timer left', async (_, answer) => {
    const caller = countedSignal()
    const { send, clock } = testPipeline([answer])
    const failed = rejection(send(url, { signal: caller.signal }))
    await clock.advance(100)
    const reason = new Error('user left')
    caller.abort(reason)
    const error = await failed
    expect(error).toMatchObject({ code: 'aborted', name: 'AbortError' })
    expect(error.cause).toBe(reason)
    await clock.advance(0)
    expect([clock.pending, caller.left()]).toEqual([0, 0])
  })

  test('during a pause between two tries: no further try', async () => {
    const caller = countedSignal()
    const { send, sent, clock } = testPipeline([networkFault(), new Response('{}')])
    const failed = rejection(send(url, { signal: caller.signal }))
    await clock.advance(100)
    expect(clock.pending).toBe(2)
    caller.abort()
    expect(await failed).toMatchObject({ code: 'aborted', cause: caller.signal.reason })
    await clock.advance(60_000)
    expect([sent.length, clock.pending]).toEqual([1, 0])
  })

  test('while credentials are fetched: the auth function hears of it, and nothing is sent', async () => {
    const caller = countedSignal()
    let heard: unknown
    const auth = ({ signal }: { signal: AbortSignal }) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => {
          heard = signal.reason
          reject(signal.reason)
        })
      })
    const { send, sent, clock } = testPipeline([new Response('{}')], { auth })
    const failed = rejection(send(url, { signal: caller.signal }))
    await clock.advance(1)
    caller.abort('enough')
    expect(await failed).toMatchObject({ code: 'aborted', cause: 'enough' })
    expect(heard).toMatchObject({ code: 'aborted', cause: 'enough' })
    expect([sent.length, clock.pending]).toEqual([0, 0])
  })

  test.each([true, false])('while the body is read (stream: %s)', async (stream) => {
    const caller = countedSignal()
    const body = openBody()
    const { send, clock } = testPipeline([new Response(body.stream)])
    const call = send(url, { signal: caller.signal, call: { body: stream ? 'stream' : 'bytes' } })
    const failed = rejection(call.then((response) => response.text()))
    body.write('abc')
    await clock.advance(10)
    caller.abort('enough')
    expect(await failed).toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'enough' })
    expect([body.cancelled(), clock.pending, caller.left()]).toEqual([true, 0, 0])
  })

  test('with the ClientError of another call as reason: that is the cause, not the outcome', async () => {
    const reason = makeError({ code: 'http-status', message: 'the first one failed' })
    const controller = new AbortController()
    const { send, clock } = testPipeline([hanging])
    const failed = rejection(send(url, { signal: controller.signal }))
    await clock.advance(1)
    controller.abort(reason)
    const error = await failed
    expect(error).toMatchObject({ code: 'aborted', name: 'AbortError' })
    expect(error.cause).toBe(reason)
  })
})

describe('close', () => {
  test('ends what is under way, wherever it waits', async () => {
    const body = openBody()
    const { send, clock, close } = testPipeline([new Response(body.stream), deaf, networkFault()])
    const reading = rejection(send(url, {}))
    const waiting = rejection(send(url, {}))
    const pausing = rejection(send(url, {}))
    await clock.advance(1)
    const reason = close()
    expect(await Promise.all([reading, waiting, pausing])).toEqual([reason, reason, reason])
    expect([body.cancelled(), clock.pending]).toEqual([true, 0])
  })

  test('lets nothing be sent any more', async () => {
    const { send, sent, close } = testPipeline([new Response('{}')])
    close()
    expect((await rejection(send(url, {}))).code).toBe('closed')
    expect(sent).toEqual([])
  })

  test('is told as closed to a call that was given the very signal of the close', async () => {
    const { send, clock, close } = testPipeline([hanging])
    const controller = new AbortController()
    const failed = rejection(send(url, { signal: controller.signal }))
    await clock.advance(1)
    const reason = close()
    controller.abort(reason)
    expect((await failed).code).toBe('closed')
  })
})

describe('listeners on a long-lived signal are gone', () => {
  test.each<[string, FetchAnswer]>([
    ['a body that was read', () => new Response('{}')],
    ['an answer without a body', () => new Response(null, { status: 204 })],
    ['an error', () => new Response('no', { status: 404 })],
    ['a fault', networkFault('ECONNRESET')]
  ])('after %s', async (_, answer) => {
    const { signal, added, left } = countedSignal()
    const { send } = testPipeline([answer, answer], { retry: false })
    for (let i = 0; i < 2; i++) {
      await send(url, { signal }).then(
        (response) => response.text(),
        () => {}
      )
    }
    expect(added()).toBeGreaterThan(0)
    expect(left()).toBe(0)
  })

  test('after a body that is too long, or too late', async () => {
    const { signal, added, left } = countedSignal()
    const { send, clock } = testPipeline([new Response('123456'), new Response(openBody().stream)], { maxBodyBytes: 5 })
    expect((await rejection(send(url, { signal }))).code).toBe('body-too-large')
    const failed = rejection(send(url, { signal }))
    await clock.advance(60_000)
    expect((await failed).code).toBe('timeout')
    expect([added(), left()]).toEqual([2, 0])
  })

  test('after a timeout, a retry and a cancelled body', async () => {
    const { signal, added, left } = countedSignal()
    const answers = [deaf, networkFault(), () => new Response(openBody().stream)]
    const { send, clock } = testPipeline(answers)
    const failed = rejection(send(url, { signal, call: { timeout: 50 } }))
    await clock.advance(50)
    await failed
    const call = send(url, { signal, call: { body: 'stream' } })
    await clock.advance(1_000)
    await (await call).body?.cancel()
    expect([added() >= 2, left()]).toEqual([true, 0])
  })
})
