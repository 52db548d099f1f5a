import { settingsReader } from '../request/call-settings.ts'
import type { FetchMiddleware } from '../request/middleware.ts'
import { createApiClient } from '../request/operation/path-map.ts'
import { type RequestRule, writeOperation } from '../request/operation/write-operation.ts'
import type { ApiClient } from '../types/api.ts'
import type { paths } from './contract.ts'
import { makeError } from './make-error.ts'
import type { FetchAnswer, Sent } from './network/fake-fetch.ts'
import { origin, testPipeline } from './pipeline.ts'
import type { VirtualClock } from './virtual-clock.ts'

export interface TestApi {
  readonly api: ApiClient<paths>
  /** The same, for what callers without types may pass. */
  readonly untyped: Readonly<Record<'GET' | 'POST' | 'DELETE', (path?: unknown, init?: unknown) => Promise<unknown>>>
  readonly sent: readonly Sent[]
  readonly clock: VirtualClock
}

export interface TestApiOptions {
  readonly rules?: Readonly<Record<string, RequestRule>>
  readonly maxBodyBytes?: number
  readonly use?: readonly FetchMiddleware[]
}

/** The path map of the test contract over a network that gives `answers` in turn. */
export function testApi(answers: readonly FetchAnswer[], options: TestApiOptions = {}): TestApi {
  const { rules = {}, ...pipeline } = options
  const { exchange, settings: defaults, secrets, sent, clock } = testPipeline(answers, pipeline)
  const error = secrets.guard(makeError)
  const settings = settingsReader(defaults, error)
  const write = writeOperation({ baseUrl: `${origin}/base`, error, rules })
  const api = createApiClient<paths>({
    exchange,
    settings,
    write,
    secrets,
    error,
    clock,
    closed: new AbortController().signal
  })
  return { api, untyped: api as unknown as TestApi['untyped'], sent, clock } // on purpose: types forbid what is tested
}
