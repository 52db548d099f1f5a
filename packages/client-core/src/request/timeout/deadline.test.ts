import { expect, test } from 'vitest'
import { VirtualClock } from '../../testing/virtual-clock.ts'
import { startDeadline } from './deadline.ts'

function started(timeout: number) {
  const clock = new VirtualClock()
  const begun = clock.now()
  const ends: number[] = []
  return { clock, ends, deadline: startDeadline(clock, timeout, () => ends.push(clock.now() - begun)) }
}

test('is reached after its time, once', async () => {
  const { clock, ends, deadline } = started(1_000)
  await clock.advance(400)
  expect(deadline.left()).toBe(600)
  await clock.advance(5_000)
  expect([ends, deadline.left(), clock.pending]).toEqual([[1_000], 0, 0])
})

test('comes no nearer while it is on hold', async () => {
  const { clock, ends, deadline } = started(1_000)
  await clock.advance(400)
  const resume = deadline.hold()
  expect(clock.pending).toBe(0)
  await clock.advance(9_000)
  expect(deadline.left()).toBe(600)
  resume()
  resume()
  await clock.advance(600)
  expect([ends, clock.pending]).toEqual([[10_000], 0])
})

test('a second hold within the first changes nothing', async () => {
  const { clock, ends, deadline } = started(1_000)
  const resume = deadline.hold()
  deadline.hold()()
  await clock.advance(2_000)
  resume()
  await clock.advance(1_000)
  expect(ends).toEqual([3_000])
})

test('once cancelled it is never reached, also where it was on hold', async () => {
  const { clock, ends, deadline } = started(1_000)
  const resume = deadline.hold()
  deadline.cancel()
  resume()
  deadline.hold()()
  await clock.advance(9_000)
  expect([ends, clock.pending]).toEqual([[], 0])
})
