import { expect, test } from 'vitest'
import { createIdleClock } from './idle-clock.ts'

const hour = 3_600_000

test('an hour passes at once, and timers fall due in their order', async () => {
  const clock = createIdleClock(0)
  const rung: string[] = []
  const at = (name: string, delay: number): Promise<void> =>
    new Promise((resolve) => {
      clock.setTimeout(() => {
        rung.push(`${name} at ${clock.now()}`)
        resolve()
      }, delay)
    })
  await Promise.all([at('later', hour), at('sooner', 10), at('second', hour)])
  expect(rung).toEqual(['sooner at 10', `later at ${hour}`, `second at ${hour}`])
})

test('what happens in memory comes before time passes', async () => {
  const clock = createIdleClock(0)
  let late = false
  clock.setTimeout(() => {
    late = true
  }, 1)
  const text = await new Response(new Blob(['a', 'b']).stream().pipeThrough(new TransformStream())).text()
  expect({ text, late, now: clock.now() }).toEqual({ text: 'ab', late: false, now: 0 })
})

test('a timer that was cleared does not ring, and one that rings may set another', async () => {
  const clock = createIdleClock(0)
  const cleared = clock.setTimeout(() => expect.unreachable(), 5)
  clock.clearTimeout(cleared)
  const times = await new Promise<number[]>((resolve) => {
    const first = (): unknown => clock.setTimeout(() => resolve([7, clock.now()]), 3)
    clock.setTimeout(first, 7)
  })
  expect(times).toEqual([7, 10])
})
