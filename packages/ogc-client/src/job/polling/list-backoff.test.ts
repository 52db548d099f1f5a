import { createVirtualClock } from '@geoclients/mock-core'
import { describe, expect, test } from 'vitest'
import { ListBackoff } from './list-backoff.ts'

const second = 1_000

function listAndClock() {
  const clock = createVirtualClock()
  return { clock, list: new ListBackoff(clock) }
}

/** How long the list is left alone from now on, in seconds. */
async function rest({ clock, list }: ReturnType<typeof listAndClock>): Promise<number> {
  let seconds = 0
  for (; !list.pays(2); seconds++) await clock.advance(second)
  return seconds
}

describe('a list that was of no use', () => {
  test('is left alone for 10 s, and each time for twice as long, up to 10 min', async () => {
    const both = listAndClock()
    const rests: number[] = []
    for (let i = 0; i < 9; i++) {
      both.list.leaveAlone()
      rests.push(await rest(both))
    }
    expect(rests).toEqual([10, 20, 40, 80, 160, 320, 600, 600, 600])
  })

  test('that works again is left alone for 10 s only', async () => {
    const both = listAndClock()
    both.list.leaveAlone()
    both.list.leaveAlone()
    both.list.works()
    expect(await rest(both)).toBe(0)
    both.list.leaveAlone()
    expect(await rest(both)).toBe(10)
  })

  test('is left alone for any number of jobs', () => {
    const { list } = listAndClock()
    list.leaveAlone()
    expect(list.pays(1_000_000)).toBe(false)
  })
})

test.each([
  [20, false],
  [21, true]
])('a list that was too long for 10 jobs, for %i: %j', (jobs, pays) => {
  const { list } = listAndClock()
  list.leaveAlone(10)
  expect(list.pays(jobs)).toBe(pays)
})
