import type { Opened } from '@geoclients/contract-core'
import { FeaturesClient } from '../src/index.ts'

/** What a feature is run with. */
export interface FeaturesContext {
  /** Tries each request once. */
  readonly features: FeaturesClient
}

/** The context of one feature, for `Target.open`; all requests go through `fetch`. */
export function openContext(baseUrl: string, fetch: typeof globalThis.fetch): Opened<FeaturesContext> {
  const features = new FeaturesClient({ baseUrl, fetch, retry: false })
  return { context: { features }, close: () => features.close() }
}
