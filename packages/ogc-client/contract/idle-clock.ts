import type { Clock } from '@geoclients/client-core'

interface Timer {
  readonly due: number
  readonly callback: () => void
}

/** Node's turns serve files and sockets too; in a browser a message has a turn to itself. */
const hasImmediate = 'setImmediate' in globalThis
/** How many turns of the event loop make everybody wait for time: what happens in memory takes a few. */
const patience = hasImmediate ? 30 : 150

/**
 * Time that passes only when nothing else can happen: as soon as the event loop has been idle for a while, the next timer
 * falls due. A server and a client in one process, both on this clock, sleep for hours in no time and in the same order
 * each run. Not for anything that waits for the world outside.
 * @param start milliseconds since 1970; default is 2026-01-01T00:00:00Z
 */
export function createIdleClock(start: number = Date.UTC(2026, 0, 1)): Clock {
  const timers = new Map<number, Timer>()
  let now = start
  let count = 0
  let running = false
  let held: Promise<unknown> = Promise.resolve()

  async function run(): Promise<void> {
    running = true
    for (;;) {
      for (let turn = 0; turn < patience; turn += 1) await nextTurn()
      await held
      const [next] = [...timers].toSorted(([a, x], [b, y]) => x.due - y.due || a - b)
      if (!next) break
      const [id, { due, callback }] = next
      timers.delete(id)
      now = Math.max(now, due)
      callback()
    }
    running = false
  }

  return {
    now: () => now,
    setTimeout(callback, delay) {
      count += 1
      timers.set(count, { due: now + Math.max(0, delay), callback })
      if (!running) void run()
      return count
    },
    clearTimeout: (timer) => {
      timers.delete(timer as number)
    },
    hold(until) {
      held = Promise.allSettled([held, until])
    }
  }
}

function nextTurn(): Promise<void> {
  if (hasImmediate) return new Promise((resolve) => setImmediate(resolve))
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
