import type { Opened } from '@geoclients/contract-core'
import { $ApiClient } from '../src/index.ts'

/** What a feature is run with. */
export interface $ApiContext {
  /** Tries each request once. */
  readonly $api: $ApiClient
}

/** The context of one feature, for `Target.open`; all requests go through `fetch`. */
export function openContext(baseUrl: string, fetch: typeof globalThis.fetch): Opened<$ApiContext> {
  const $api = new $ApiClient({ baseUrl, fetch, retry: false })
  return { context: { $api }, close: () => $api.close() }
}
