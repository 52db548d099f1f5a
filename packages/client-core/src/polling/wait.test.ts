import { describe, expect, test } from 'vitest'
import { countedSignal } from '../testing/counted-signal.ts'
import { makeError } from '../testing/make-error.ts'
import { passing, type TestLoop, testLoop } from '../testing/polling/poll-loop.ts'
import { type WaitUntilDone, waitUntilDone } from './wait-and-watch.ts'

const running = { value: 'running' }
const done = { value: 'done' }
const minute = 60_000

/** Waits on a loop; the outcome shows what it was told. */
function wait({ loop, clock }: TestLoop, options: Partial<WaitUntilDone<string>> = {}) {
  const outcome: unknown[] = []
  const result = waitUntilDone(loop, {
    isDone: (value) => value === 'done',
    clock,
    timeout: minute,
    onTimeout: (fault) => new Error('too long', { cause: fault }),
    onAbort: (reason) => new Error('aborted', { cause: reason }),
    ...options
  }).then(
    (value) => outcome.push(['value', value, clock.now()]),
    (error) => outcome.push([error.message, error.cause, clock.now()])
  )
  return { outcome, result }
}

test('resolves with the value that ends it, and tells each one before', async () => {
  const server = testLoop([running, { value: 'half' }, done])
  const values: string[] = []
  const { outcome } = wait(server, { onValue: (value) => values.push(value) })
  await server.clock.advance(minute)
  expect(outcome).toEqual([['value', 'done', 250]])
  expect(values).toEqual(['running', 'half', 'done'])
  expect(server.clock.pending).toBe(0)
})

test('a failed poll changes nothing', async () => {
  const server = testLoop([{ fault: passing }, running, { fault: passing }, done])
  const values: string[] = []
  const { outcome } = wait(server, { onValue: (value) => values.push(value) })
  await server.clock.advance(minute)
  expect([outcome, values]).toEqual([[['value', 'done', 350]], ['running', 'done']])
})

test('a failure that does not pass ends it', async () => {
  const fault = makeError({ code: 'http-status', message: 'gone' })
  const server = testLoop([{ fault }])
  const { outcome } = wait(server)
  await server.clock.advance(minute)
  expect([outcome, server.clock.pending]).toEqual([[['gone', undefined, 50]], 0])
})

test('an onValue that throws ends its own wait with its error, not that of others', async () => {
  const server = testLoop([running, done])
  const own = wait(server, {
    onValue: () => {
      throw new Error('mine')
    }
  })
  const other = wait(server)
  await server.clock.advance(minute)
  expect([own.outcome, other.outcome]).toEqual([[['mine', undefined, 50]], [['value', 'done', 150]]])
  expect(server.clock.pending).toBe(0)
})

describe('abort', () => {
  test('before: neither a poll nor a timer', async () => {
    const server = testLoop([done])
    const { outcome, result } = wait(server, { signal: AbortSignal.abort('before') })
    await result
    expect([outcome, server.clock.delays, server.polls]).toEqual([[['aborted', 'before', 0]], [], []])
  })

  test.each([10, 60])('after %i ms: at once, and nothing is left', async (when) => {
    const server = testLoop([{ ...running, latency: 1_000 }])
    const caller = countedSignal()
    const { outcome, result } = wait(server, { signal: caller.signal })
    await server.clock.advance(when)
    caller.abort('enough')
    expect(server.clock.pending).toBe(0)
    await result
    await server.clock.advance(10 * minute)
    expect(outcome).toEqual([['aborted', 'enough', when]])
    expect(server.polls).toHaveLength(when === 10 ? 0 : 1)
  })

  test('each waiter has its own signal: the second one is heard as well, and the first goes on', async () => {
    const server = testLoop([running, running, running, done])
    const callers = [countedSignal(), countedSignal()]
    const waits = callers.map(({ signal }) => wait(server, { signal }))
    await server.clock.advance(160)
    callers[1]?.abort('second')
    await server.clock.advance(minute)
    expect(waits.map(({ outcome }) => outcome)).toEqual([[['value', 'done', 350]], [['aborted', 'second', 160]]])
    expect([server.polls.length, callers[0]?.left(), callers[1]?.left()]).toEqual([4, 0, 0])
  })

  test('out of onValue: nothing is told afterwards', async () => {
    const server = testLoop([running, done])
    const controller = new AbortController()
    const values: string[] = []
    const tell = (value: string) => {
      values.push(value)
      controller.abort('seen enough')
    }
    const { outcome } = wait(server, { signal: controller.signal, onValue: tell })
    await server.clock.advance(minute)
    expect([outcome, values, server.polls.length]).toEqual([[['aborted', 'seen enough', 50]], ['running'], 1])
  })
})

describe('at its bound', () => {
  test('it has polled once more just before, and rejects where that was not the end', async () => {
    const server = testLoop([{ ...running, retryAfter: minute }])
    const { outcome } = wait(server, { timeout: 5_000 })
    await server.clock.advance(4_999)
    expect([outcome, server.polls.map(({ start }) => start)]).toEqual([[], [50, 4_500]])
    await server.clock.advance(1)
    expect([outcome, server.clock.pending]).toEqual([[['too long', undefined, 5_000]], 0])
  })

  test('it resolves where that is the end', async () => {
    const server = testLoop([
      { ...running, retryAfter: minute },
      { ...done, latency: 499 }
    ])
    const { outcome } = wait(server, { timeout: 5_000 })
    await server.clock.advance(minute)
    expect(outcome).toEqual([['value', 'done', 4_999]])
  })

  test('it waits for no poll that hangs', async () => {
    const server = testLoop([{ ...running, retryAfter: minute }, {}])
    const { outcome } = wait(server, { timeout: 5_000 })
    await server.clock.advance(4_999)
    expect(outcome).toEqual([])
    await server.clock.advance(1)
    expect(outcome).toEqual([['too long', undefined, 5_000]])
    expect([server.polls[1]?.signal.aborted, server.clock.pending]).toEqual([true, 0])
  })

  test('a poll that is under way is the last one', async () => {
    const server = testLoop([{ ...running, latency: 7_000 }])
    const { outcome } = wait(server, { timeout: 5_000 })
    await server.clock.advance(minute)
    expect([outcome, server.polls.length]).toEqual([[['too long', undefined, 5_000]], 1])
  })

  test('a short wait polls after three quarters of it', async () => {
    const server = testLoop([done], { firstDelay: () => minute })
    const { outcome } = wait(server, { timeout: 400 })
    await server.clock.advance(minute)
    expect(outcome).toEqual([['value', 'done', 300]])
  })

  test('a last poll that fails is the reason', async () => {
    const server = testLoop([
      { ...running, retryAfter: minute },
      { fault: passing, latency: 450 }
    ])
    const { outcome } = wait(server, { timeout: 5_000 })
    await server.clock.advance(minute)
    expect(outcome).toEqual([['too long', passing, 5_000]])
  })

  test('a fault before the last answer is none', async () => {
    const server = testLoop([{ fault: passing }, { ...running, retryAfter: minute }, {}])
    const { outcome } = wait(server, { timeout: 5_000 })
    await server.clock.advance(minute)
    expect(outcome).toEqual([['too long', undefined, 5_000]])
  })

  test('one waiter gives up, the other goes on', async () => {
    const server = testLoop([running, { ...running, retryAfter: 10_000 }, { ...running, latency: 500 }, done])
    const [short, long] = [wait(server, { timeout: 1_000 }), wait(server)]
    await server.clock.advance(minute)
    expect([short.outcome, long.outcome]).toEqual([[['too long', undefined, 1_000]], [['value', 'done', 1_350]]])
    expect(server.clock.pending).toBe(0)
  })

  test('a bound beyond any timer is a bound all the same', async () => {
    const server = testLoop([{ ...running, retryAfter: minute }])
    const { outcome } = wait(server, { timeout: 2 ** 31 + 5_000 })
    await server.clock.advance(2 * minute)
    expect(outcome).toEqual([])
    expect(Math.max(...server.clock.delays)).toBe(2 ** 31 - 1)
  })
})

test('a closed client ends every wait', async () => {
  const server = testLoop([running])
  const waits = [wait(server), wait(server)]
  await server.clock.advance(120)
  server.close()
  await Promise.all(waits.map(({ result }) => result))
  expect(waits.map(({ outcome }) => outcome)).toEqual(Array(2).fill([['closed', undefined, 120]]))
  expect(server.clock.pending).toBe(0)
})
