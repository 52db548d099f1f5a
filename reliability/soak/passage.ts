import type { Clock } from '@geoclients/ogc-client'
import { createOgcMock, createVirtualClock } from '@geoclients/ogc-client/mock'
import { startServer } from '../server/start-server.ts'

/** A clock, and a server that uses it. */
export interface Passage {
  readonly clock: Clock
  /** What a client needs to reach the server. */
  readonly connection: { readonly baseUrl: string; readonly fetch?: typeof fetch; readonly clock: Clock }
  /** Resolves after that many milliseconds. */
  pass(duration: number): Promise<void>
  /** Ends the server. */
  end(): Promise<void>
}

/** Real time, and a server in its own process, so that its memory does not count as the client's. */
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

/**
 * Virtual time, in which an hour takes minutes: time passes as soon as nothing is left to do. The server is in this process, so
 * its memory counts.
 */
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
