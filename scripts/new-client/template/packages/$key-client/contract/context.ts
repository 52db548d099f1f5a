import type { Opened } from '@geoclients/contract-core'
import { $ApiClient } from '../src/index.ts'

/** The context of a feature test. */
export interface $ApiContext {
  /** Sends each request only once. */
  readonly $api: $ApiClient
}

/** The context of one feature test, for `Target.open`. All requests go through `fetch`. */
export function openContext(baseUrl: string, fetch: typeof globalThis.fetch): Opened<$ApiContext> {
  const $api = new $ApiClient({ baseUrl, fetch, retry: false })
  return { context: { $api }, close: () => $api.close() }
}
