import { expect, test } from 'vitest'
import { type Clock, sleep, startTimer } from './clock.ts'
import { createVirtualClock } from './virtual-clock.ts'

const month = 30 * 24 * 60 * 60 * 1000

/** As the platform: a timer that is longer than 32 bits fires at once. */
function platformLike() {
  const clock = createVirtualClock()
  const limited: Clock = {
    ...clock,
    setTimeout: (callback, delay) => clock.setTimeout(callback, delay > 2 ** 31 - 1 ? 1 : delay)
  }
  return { clock, limited }
}

test('a timer may be longer than the platform takes', async () => {
  const { clock, limited } = platformLike()
  let calls = 0
  startTimer(limited, month, () => calls++)
  await clock.advance(month - 1)
  expect(calls).toBe(0)
  await clock.advance(1)
  expect([calls, clock.pending]).toEqual([1, 0])
})

test('and is cancelled in any part of it', async () => {
  const { clock, limited } = platformLike()
  const cancel = startTimer(limited, month, () => expect.unreachable())
  await clock.advance(month - 1)
  cancel()
  expect(clock.pending).toBe(0)
})

test('a sleep ends early with the reason of its signal, and leaves no timer', async () => {
  const { clock, limited } = platformLike()
  const end = new AbortController()
  const asleep = sleep(limited, month, end.signal)
  await clock.advance(month - 1)
  end.abort('enough')
  await expect(asleep).rejects.toBe('enough')
  expect(clock.pending).toBe(0)
})
