import FakeTimers from '@sinonjs/fake-timers'

/** Time that passes faster, so that nobody has to wait a minute for a job of a minute. */
export function startTime(speed: number): { passed(): number } {
  const { setInterval: realInterval } = globalThis
  const clock = FakeTimers.install({
    now: Date.now(),
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date']
  })
  const start = clock.now
  const step = 20
  realInterval(() => void clock.tickAsync(step * speed), step)
  return { passed: () => clock.now - start }
}
