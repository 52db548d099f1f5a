import { expect, test } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { rejection } from '../testing/rejection.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import type { Clock } from '../utils/clock.ts'
import { onDemand, partOf, withPart } from './load.ts'

test('a part is loaded once, by whoever asks first', async () => {
  let loaded = 0
  const part = partOf(async () => ++loaded)
  expect(loaded).toBe(0)
  expect(await Promise.all([part.load(makeError), part.load(makeError)])).toEqual([1, 1])
  expect(await part.load(makeError)).toBe(1)
})

test('a file that cannot be loaded is an error with a code, and the next call asks for it again', async () => {
  const gone = new TypeError('Failed to fetch dynamically imported module')
  let isThere = false
  const part = partOf(async () => {
    if (!isThere) throw gone
    return 'part'
  })
  expect(await rejection(part.load(makeError))).toMatchObject({
    code: 'not-loaded',
    message: 'a part of the client that this call needs could not be loaded; if this is a page, reload it',
    cause: gone
  })
  isThere = true
  expect(await part.load(makeError)).toBe('part')
})

test('the part of client-core contains what only some calls need', async () => {
  expect((await onDemand.load(makeError)).readFetchInput).toBeTypeOf('function')
})

/** A client whose part is loaded when the test calls `come`. */
function core() {
  const clock = new VirtualClock()
  const end = new AbortController()
  let come = (_: string): void => {}
  const part = partOf(() => new Promise<string>((resolve) => (come = resolve)))
  const close = (): void => end.abort(makeError({ code: 'closed', message: 'the client was closed' }))
  return {
    clock,
    part,
    close,
    come: (file: string) => come(file),
    core: { clock, closed: end.signal, error: makeError }
  }
}

test('loading a part counts towards the time of the call', async () => {
  const { core: own, part, clock, come } = core()
  const left = withPart(own, part, { signal: undefined, timeout: 1_000 }, (there, { timeout }) => [there, timeout])
  await clock.advance(600)
  come('part')
  expect(await left).toEqual(['part', 400])
  expect(clock.pending).toBe(0)
  expect(await withPart(own, part, { signal: undefined, timeout: 1_000 }, (_, { timeout }) => timeout)).toBe(1_000)
})

test('an abort, the end of its time and closing the client end a call that waits for a part', async () => {
  const user = new AbortController()
  const { core: own, part, clock, close } = core()
  const never = (): never => {
    throw new Error('nothing was loaded')
  }
  const aborted = rejection(withPart(own, part, { signal: user.signal, timeout: 9_000 }, never))
  const late = rejection(withPart(own, part, { signal: undefined, timeout: 1_000 }, never))
  const closed = rejection(withPart(own, part, { signal: undefined, timeout: Number.POSITIVE_INFINITY }, never))
  user.abort('enough')
  expect(await aborted).toMatchObject({ code: 'aborted', cause: 'enough' })
  await clock.advance(1_000)
  expect(await late).toMatchObject({
    code: 'timeout',
    message: expect.stringContaining('was not loaded within 1000 ms')
  })
  close()
  expect(await closed).toMatchObject({ code: 'closed' })
  expect(clock.pending).toBe(0)
})

test('a clock that jumps by hours while a file is loaded neither ends the call nor shortens its timeout', async () => {
  const { core: own, part, come } = core()
  let now = 0
  const fast: Clock = {
    now: () => (now += 3_600_000),
    setTimeout: (callback) => queueMicrotask(callback),
    clearTimeout: () => {}
  }
  const call = { signal: undefined, timeout: 1_000 }
  const left = withPart({ ...own, clock: fast }, part, call, (there, { timeout }) => [there, timeout])
  await new Promise((resolve) => setTimeout(resolve))
  come('part')
  expect(await left).toEqual(['part', expect.closeTo(1_000, -2)])
})
