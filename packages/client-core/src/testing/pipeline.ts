import type { ClientError } from '../errors/client-error.ts'
import { Secrets } from '../redaction/secret-registry.ts'
import { createPipeline, type PipelineOptions } from '../request/pipeline.ts'
import type { Send } from '../types/call.ts'
import { type FetchAnswer, fakeFetch, type Sent } from './fake-fetch.ts'
import { makeError } from './make-error.ts'
import { VirtualClock } from './virtual-clock.ts'

export const origin = 'https://api.example'

export interface TestPipeline {
  readonly send: Send
  readonly sent: readonly Sent[]
  readonly clock: VirtualClock
  readonly close: () => ClientError
}

/** The whole pipeline over a network that gives `answers` in turn; pauses have no jitter unless a test brings its own. */
export function testPipeline(
  answers: readonly FetchAnswer[],
  options: Partial<Omit<PipelineOptions, 'clock' | 'closed' | 'error' | 'secrets'>> = {},
  clock: VirtualClock = new VirtualClock()
): TestPipeline {
  const end = new AbortController()
  const { fetch, sent } = fakeFetch(...answers)
  const secrets = new Secrets()
  const send = createPipeline({
    baseUrl: `${origin}/base`,
    fetch,
    use: [],
    random: () => 0,
    timeout: 60_000,
    retry: {},
    maxBodyBytes: 1_000_000,
    ...options,
    clock,
    closed: end.signal,
    secrets,
    error: secrets.guard(makeError)
  })
  const close = (): ClientError => {
    const reason = makeError({ code: 'closed', message: 'the client was closed' })
    end.abort(reason)
    return reason
  }
  return { send, sent, clock, close }
}
