import { describe, expect, test } from 'vitest'
import { testCall } from '../testing/call.ts'
import { countedSignal } from '../testing/counted-signal.ts'
import { makeError } from '../testing/make-error.ts'
import { rejection } from '../testing/rejection.ts'
import { sleep } from '../utils/clock.ts'

const never = (): Promise<never> => new Promise(() => {})
const url = 'https://api.example/jobs'

describe('the time of a call', () => {
  test('is over once, for all that is under way and for what would follow', async () => {
    const { call, clock } = testCall()
    await clock.advance(400)
    expect(call.left).toBe(600)
    const failed = [rejection(call.within(never)), rejection(call.pause(5_000))]
    await clock.advance(599)
    expect([call.left, clock.pending]).toEqual([1, 3])
    await clock.advance(5_000)
    for (const error of await Promise.all(failed)) {
      expect(error).toMatchObject({
        code: 'timeout',
        message: `GET ${url}: no response within 1000 ms`,
        method: 'GET',
        url
      })
    }
    expect([call.left, clock.pending]).toEqual([0, 0])
  })

  test('comes no nearer while it is on hold', async () => {
    const { call, clock } = testCall()
    await clock.advance(400)
    const turn = call.untimed((signal) => sleep(clock, 9_000, signal))
    expect(clock.pending).toBe(1)
    await clock.advance(8_999)
    expect(call.left).toBe(600)
    await clock.advance(1)
    await turn
    expect(call.left).toBe(600)
    const failed = rejection(call.within(never))
    await clock.advance(599)
    expect(clock.pending).toBe(1)
    await clock.advance(1)
    expect((await failed).code).toBe('timeout')
    expect(clock.pending).toBe(0)
  })

  test('is not over for work that began before it was on hold', async () => {
    const { call, clock } = testCall()
    const failed = rejection(call.within(never))
    await clock.advance(400)
    const turn = call.untimed((signal) => sleep(clock, 2_000, signal))
    await clock.advance(2_000)
    await turn
    await clock.advance(599)
    expect(clock.pending).toBe(1)
    await clock.advance(1)
    expect((await failed).code).toBe('timeout')
  })

  test('a second hold within the first changes nothing', async () => {
    const { call, clock } = testCall()
    const outer = call.untimed(async (signal) => {
      await call.untimed((inner) => sleep(clock, 500, inner))
      await sleep(clock, 1_500, signal)
    })
    await clock.advance(2_000)
    await outer
    expect(call.left).toBe(1_000)
  })

  test('goes on after a turn that failed', async () => {
    const { call, clock } = testCall()
    const fault = new Error('no turn')
    const turn = call.untimed(async (signal) => {
      await sleep(clock, 700, signal)
      throw fault
    })
    const failed = expect(turn).rejects.toBe(fault)
    await clock.advance(700)
    await failed
    await clock.advance(100)
    expect([call.left, clock.pending]).toEqual([900, 0])
  })

  test('that is longer than any timer is kept', async () => {
    const { call, clock } = testCall({ timeout: 2 ** 33 })
    const failed = rejection(call.within(never))
    await clock.advance(2 ** 33 - 1)
    expect(clock.pending).toBe(1)
    await clock.advance(1)
    expect((await failed).code).toBe('timeout')
  })
})

describe('a piece of work', () => {
  test('settles as it does itself, and leaves no timer', async () => {
    const { call, clock } = testCall()
    const fault = new Error('mine')
    expect(await call.within(async () => 'done')).toBe('done')
    await expect(call.within(() => Promise.reject(fault))).rejects.toBe(fault)
    await clock.advance(0)
    expect(clock.pending).toBe(0)
  })

  test('is given up at its own bound, which the call outlives', async () => {
    const { call, clock } = testCall()
    let signal: AbortSignal | undefined
    const stopped: unknown[] = []
    const failed = rejection(
      call.within(
        (attempt) => {
          signal = attempt.signal
          attempt.onStop = (fault) => stopped.push(fault)
          return never()
        },
        { limit: 300, tooLate: 'one attempt took longer than' }
      )
    )
    await clock.advance(300)
    const error = await failed
    expect(error).toMatchObject({ code: 'timeout', message: `GET ${url}: one attempt took longer than 300 ms` })
    expect([signal?.reason, stopped]).toEqual([error, [error]])
    expect(await call.within(async () => 'next')).toBe('next')
  })

  test('has as long as the call once its bound is lifted', async () => {
    const { call, clock } = testCall()
    const failed = rejection(
      call.within(
        (attempt) => {
          attempt.isLifted = true
          attempt.waitingFor = 'the body was not complete'
          return never()
        },
        { limit: 300, tooLate: 'too late after' }
      )
    )
    await clock.advance(999)
    expect(clock.pending).toBe(1)
    await clock.advance(1)
    expect((await failed).message).toBe(`GET ${url}: the body was not complete within 1000 ms`)
  })

  test('has no longer than the call, whatever its bound', async () => {
    const { call, clock } = testCall()
    const failed = rejection(call.within(never, { limit: 5_000, tooLate: 'too late after' }))
    await clock.advance(1_000)
    expect((await failed).message).toBe(`GET ${url}: no response within 1000 ms`)
  })

  test('has its own bound alone where it is not of the call', async () => {
    const { call, clock } = testCall()
    const failed = rejection(call.within(never, { limit: 5_000, tooLate: 'nothing within', isOfCall: false }))
    await clock.advance(4_999)
    expect(clock.pending).toBe(1)
    await clock.advance(1)
    expect((await failed).message).toBe(`GET ${url}: nothing within 5000 ms`)
  })
})

describe('a pause', () => {
  test('lasts as long as it is asked to', async () => {
    const { call, clock } = testCall()
    let isOver = false
    const pause = call.pause(500).then(() => {
      isOver = true
    })
    await clock.advance(499)
    expect(isOver).toBe(false)
    await clock.advance(1)
    await pause
    expect(clock.pending).toBe(0)
  })
})

describe('the end', () => {
  test('by the caller: whatever is under way rejects with the reason, and nothing begins any more', async () => {
    const { signal, abort, left } = countedSignal()
    const { call, clock } = testCall({ signal })
    let begun = 0
    const work = () => {
      begun++
      return never()
    }
    const failed = [rejection(call.within(work)), rejection(call.pause(500)), rejection(call.untimed(work))]
    await clock.advance(1)
    abort('enough')
    const [first, ...others] = await Promise.all(failed)
    expect(first).toMatchObject({
      code: 'aborted',
      name: 'AbortError',
      message: `GET ${url} was aborted`,
      cause: 'enough',
      method: 'GET',
      url
    })
    expect(others).toEqual([first, first])
    expect(await rejection(call.within(work))).toBe(first)
    await clock.advance(0)
    expect([begun, clock.pending, left()]).toEqual([2, 0, 0])
  })

  test('without a reason has the one of the platform', async () => {
    const signal = AbortSignal.abort()
    const { call } = testCall({ signal })
    expect((await rejection(call.within(never))).cause).toBe(signal.reason)
  })

  test('by the client tells that it was closed, also where the caller aborts with that very error', async () => {
    const controller = new AbortController()
    const { call, close } = testCall({ signal: controller.signal })
    const failed = rejection(call.within(never))
    const reason = close()
    controller.abort(reason)
    expect(await failed).toBe(reason)
    expect(await rejection(call.within(never))).toBe(reason)
  })

  test('a ClientError of another call as reason is the cause, not the outcome', async () => {
    const reason = makeError({ code: 'http-status', message: 'the first one failed' })
    const { call } = testCall({ signal: AbortSignal.abort(reason) })
    const error = await rejection(call.within(never))
    expect(error.code).toBe('aborted')
    expect(error.cause).toBe(reason)
  })

  test.each(['bytes', 'open', 'stream'] as const)('takes its listeners off the signals (%s)', (body) => {
    const { signal, added, left } = countedSignal()
    const { call } = testCall({ signal }, { body })
    expect([added(), left()]).toEqual([1, 1])
    call.leave()
    call.leave()
    expect(left()).toBe(0)
  })
})

test('its URL shows no secret', () => {
  const { call } = testCall({}, {}, 'https://ann:hunter2@api.example/jobs?token=hunter2')
  expect(call.error('network', ' failed', { cause: 'c' })).toMatchObject({
    ...{ code: 'network', message: 'GET https://api.example/jobs?token=*** failed', cause: 'c' },
    ...{ method: 'GET', url: 'https://api.example/jobs?token=***' }
  })
})
