import { type ApiClientOptions, createApiClient } from '../request/api-client.ts'
import type { PipelineOptions } from '../request/pipeline.ts'
import type { ApiClient } from '../types/api.ts'
import type { paths } from './contract.ts'
import type { FetchAnswer, Sent } from './fake-fetch.ts'
import { makeError } from './make-error.ts'
import { origin, testPipeline } from './pipeline.ts'
import type { VirtualClock } from './virtual-clock.ts'

export interface TestApi {
  readonly api: ApiClient<paths>
  /** The same, for what callers without types may pass. */
  readonly untyped: Readonly<Record<'GET' | 'POST' | 'DELETE', (path?: unknown, init?: unknown) => Promise<unknown>>>
  readonly sent: readonly Sent[]
  readonly clock: VirtualClock
}

/** The path map of the test contract over a network that gives `answers` in turn. */
export function testApi(
  answers: readonly FetchAnswer[],
  options: Partial<Pick<ApiClientOptions, 'safe' | 'query'>> &
    Partial<Pick<PipelineOptions, 'maxBodyBytes' | 'use'>> = {}
): TestApi {
  const { safe = {}, query, ...pipeline } = options
  const { send, sent, clock } = testPipeline(answers, pipeline)
  const api = createApiClient<paths>({ baseUrl: `${origin}/base`, send, error: makeError, safe, query })
  return { api, untyped: api as unknown as TestApi['untyped'], sent, clock } // on purpose: types forbid what is tested
}
