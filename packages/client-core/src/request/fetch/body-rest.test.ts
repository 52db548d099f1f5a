import { describe, expect, test } from 'vitest'
import { type TestedCall, testCall } from '../../testing/call.ts'
import { countedSignal } from '../../testing/counted-signal.ts'
import { makeError } from '../../testing/make-error.ts'
import { type OpenBody, openBody } from '../../testing/network/bodies.ts'
import { rejection } from '../../testing/rejection.ts'
import { settle } from '../../testing/virtual-clock.ts'
import { networkError } from '../network-error.ts'
import type { BodyReader } from '../read-body.ts'
import { type BodyRest, bodyRest } from './body-rest.ts'

const url = 'https://api.example/jobs'

interface TestedRest extends TestedCall {
  readonly rest: BodyRest
  readonly body: OpenBody
}

function testRest(signal?: AbortSignal): TestedRest {
  const tested = testCall({ signal }, { body: 'stream' })
  const body = openBody()
  const explain = (fault: unknown) => networkError(fault, { method: 'GET', url }, makeError)
  const rest = bodyRest(tested.call, body.stream.getReader() as BodyReader, explain)
  return { ...tested, rest, body }
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

describe('what is read piece by piece', () => {
  test('comes to an end, which takes the listeners off', async () => {
    const caller = countedSignal()
    const { rest, body, clock } = testRest(caller.signal)
    body.write('a')
    body.write('b')
    body.end()
    expect([text(await rest.read()), text(await rest.read())]).toEqual(['a', 'b'])
    expect(caller.left()).toBe(1)
    expect([await rest.read(), await rest.read()]).toEqual([undefined, undefined])
    await settle()
    expect([caller.left(), clock.pending]).toEqual([0, 0])
  })

  test('has no timer while nobody reads, and its pause as bound while somebody does', async () => {
    const { rest, body, clock } = testRest()
    await clock.advance(100_000)
    expect(clock.pending).toBe(0)
    const piece = rest.read()
    await clock.advance(999)
    body.write('a')
    expect(text(await piece)).toBe('a')
    const failed = rejection(rest.read())
    await clock.advance(999)
    expect(clock.pending).toBe(1)
    await clock.advance(1)
    expect(await failed).toMatchObject({
      code: 'timeout',
      message: `GET ${url}: no more of the body arrived within 1000 ms`
    })
    expect([body.cancelled(), clock.pending]).toEqual([true, 0])
  })

  test('must come within the time of the call as long as its deadline is kept', async () => {
    const { rest, body, clock } = testRest()
    rest.keepDeadline(true)
    await clock.advance(600)
    body.write('a')
    expect(text(await rest.read())).toBe('a')
    rest.keepDeadline(false)
    const late = rest.read()
    await clock.advance(999)
    body.write('b')
    expect(text(await late)).toBe('b')
    rest.keepDeadline(true)
    const failed = rejection(rest.read())
    await clock.advance(0)
    expect(await failed).toMatchObject({
      code: 'timeout',
      message: `GET ${url}: the body was not complete within 1000 ms`
    })
  })

  test('fails with an error of ours, and with the same one again', async () => {
    const caller = countedSignal()
    const { rest, body, clock } = testRest(caller.signal)
    const failed = rejection(rest.read())
    body.breakOff(new TypeError('terminated'))
    const error = await failed
    expect(error).toMatchObject({ code: 'network', message: `GET ${url} failed: terminated` })
    expect(await rejection(rest.read())).toBe(error)
    await settle()
    expect([caller.left(), clock.pending]).toEqual([0, 0])
  })

  test('ends with the caller, at once or at the next piece', async () => {
    const reading = countedSignal()
    const { rest, body } = testRest(reading.signal)
    const failed = rejection(rest.read())
    reading.abort('enough')
    expect(await failed).toMatchObject({ code: 'aborted', cause: 'enough' })
    expect(body.cancelled()).toBe(true)
    const pausing = countedSignal()
    const other = testRest(pausing.signal)
    pausing.abort('later')
    expect(await rejection(other.rest.read())).toMatchObject({ code: 'aborted', cause: 'later' })
    expect([other.body.cancelled(), pausing.left()]).toEqual([true, 0])
  })

  test('ends with the client', async () => {
    const { rest, body, close } = testRest()
    const failed = rejection(rest.read())
    const reason = close()
    expect(await failed).toBe(reason)
    expect(body.cancelled()).toBe(true)
  })

  test('that nobody wants any more is let go', async () => {
    const caller = countedSignal()
    const { rest, body } = testRest(caller.signal)
    await rest.cancel('enough')
    expect([body.cancelled(), caller.left()]).toEqual([true, 0])
  })
})

describe('as a stream', () => {
  test('is read only as far as its reader goes', async () => {
    const { rest, body, clock } = testRest()
    body.write('a')
    body.write('b')
    const stream = rest.stream()
    await settle()
    expect(clock.pending).toBe(0)
    const reader = stream.getReader()
    expect(text((await reader.read()).value)).toBe('a')
    await settle()
    expect(clock.pending).toBe(0)
    body.end()
    expect(text((await reader.read()).value)).toBe('b')
    expect((await reader.read()).done).toBe(true)
  })

  test('fails with our error', async () => {
    const { rest, body } = testRest()
    const failed = rejection(rest.stream().getReader().read())
    body.breakOff(new TypeError('terminated'))
    expect((await failed).message).toBe(`GET ${url} failed: terminated`)
  })

  test('is let go with what it is made from', async () => {
    const { rest, body } = testRest()
    await rest.stream().cancel('enough')
    expect(body.cancelled()).toBe(true)
  })
})
