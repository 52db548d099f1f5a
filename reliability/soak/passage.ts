import type { Clock } from '@geoclients/ogc-client'
import { createOgcMock, createVirtualClock } from '@geoclients/ogc-client/mock'
import { startServer } from '../server/start-server.ts'

/** A time that passes, and a server that lives in it. */
export interface Passage {
  readonly clock: Clock
  /** What a client needs to reach the server. */
  readonly connection: { readonly baseUrl: string; readonly fetch?: typeof fetch; readonly clock: Clock }
  /** Resolves when so many milliseconds have passed. */
  pass(duration: number): Promise<void>
  /** Ends the server. */
  end(): Promise<void>
}

/** The time of this machine, and a server in a process of its own, so that its memory is not the client's. */
export async function realTime(): Promise<Passage> {
  const server = await startServer('ogc')
  const clock: Clock = {
    now: () => Date.now(),
    setTimeout: (callback, delay) => setTimeout(callback, delay),
    clearTimeout: (timer) => clearTimeout(timer as number)
  }
  return {
    clock,
    connection: { baseUrl: server.url, clock },
    pass: (duration) => new Promise((resolve) => setTimeout(resolve, duration)),
    end: async () => await server[Symbol.asyncDispose]()
  }
}

/** An hour in minutes: time goes on as soon as nothing is left to do. The server is in this process, and so is its memory. */
export function virtualTime(): Passage {
  const clock = createVirtualClock()
  const { baseUrl, fetch } = createOgcMock({ clock, record: false })
  return {
    clock,
    connection: { baseUrl, fetch, clock },
    pass: (duration) => clock.advance(duration),
    end: async () => undefined
  }
}
