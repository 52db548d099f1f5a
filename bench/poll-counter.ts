/** In milliseconds. It is shorter than any pause between two rounds of the client, which is at least 100 ms. */
const shortestPause = 80

/**
 * Counts the requests for jobs that pass through a `fetch`. Requests that follow the previous one closely belong to the same
 * round.
 */
export interface PollCounter {
  /** A `fetch` that counts its requests. */
  through(own: typeof globalThis.fetch): typeof globalThis.fetch
  readonly requests: number
  readonly rounds: number
  /** Sets the counts to zero. */
  reset(): void
}

export function pollCounter(): PollCounter {
  let requests = 0
  let rounds = 0
  let lastEnd = Number.NEGATIVE_INFINITY
  let underWay = 0
  return {
    through: (own) => async (input, init) => {
      if (!String(input).includes('/jobs') || (init?.method ?? 'GET') !== 'GET') return own(input, init)
      requests += 1
      if (underWay++ === 0 && performance.now() - lastEnd > shortestPause) rounds += 1
      try {
        return await own(input, init)
      } finally {
        underWay--
        lastEnd = performance.now()
      }
    },
    get requests() {
      return requests
    },
    get rounds() {
      return rounds
    },
    reset() {
      ;[requests, rounds] = [0, 0]
    }
  }
}
