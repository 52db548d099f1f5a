import { isOgcError, type Job, OgcClient } from '@geoclients/ogc-client'
import type { Passage } from './passage.ts'

export interface LoadOptions {
  /** The server, and the clock of the run. */
  readonly passage: Pick<Passage, 'clock' | 'connection'>
  /** The number of jobs that are waited for at any time. */
  readonly jobs: number
  /** The number of other requests per second. */
  readonly rate: number
}

/** The counts since the last sample. */
export interface Tally {
  readonly ended: number
  readonly requests: number
  /** For each job, the milliseconds between its end on the server and the end of the wait. */
  readonly lateness: readonly number[]
  readonly errors: readonly string[]
}

/** Waits for a number of jobs, and requests descriptions at a given rate, until it is stopped. */
export function startLoad({ passage, jobs, rate }: LoadOptions): { take(): Tally; stop(): Promise<void> } {
  const { clock, connection } = passage
  const client = new OgcClient({ ...connection, onWarning: (message) => errors.push(`warning: ${message}`) })
  const stopped = new AbortController()
  let errors: string[] = []
  let lateness: number[] = []
  let ended = 0
  let requests = 0

  const note = (error: unknown): void => {
    if (!stopped.signal.aborted) errors.push(isOgcError(error) ? `${error.code}: ${error.message}` : String(error))
  }

  async function oneAfterOther(place: number): Promise<void> {
    for (let round = 0; !stopped.signal.aborted; round++) {
      // 10 to 70 seconds, different for each job.
      const duration = 10 + ((place * 7 + round * 13) % 60)
      let job: Job | undefined
      try {
        job = await client.submit('sleep_a_while', { inputs: { duration } }, { mode: 'async', signal: stopped.signal })
        const { finished } = await job.wait({ signal: stopped.signal })
        ended += 1
        if (finished) lateness.push(clock.now() - Date.parse(finished))
        await job.dismiss({ signal: stopped.signal })
      } catch (error) {
        note(error)
      }
    }
  }

  let timer: unknown
  const ask = (): void => {
    timer = clock.setTimeout(ask, 1_000 / rate)
    requests += 1
    client.getProcess('primes_between', { signal: stopped.signal }).catch(note)
  }
  ask()
  const all = Promise.all(Array.from({ length: jobs }, (_, place) => oneAfterOther(place)))

  return {
    take() {
      const tally = { ended, requests, lateness, errors }
      ;[ended, requests, lateness, errors] = [0, 0, [], []]
      return tally
    },
    async stop() {
      clock.clearTimeout(timer)
      stopped.abort()
      client.close()
      await all
    }
  }
}
