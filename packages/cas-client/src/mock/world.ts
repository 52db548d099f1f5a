import type { Clock } from '@geoclients/mock-core'
import type { Admission } from './admission.ts'
import type { ResultCache } from './extraction/result-cache.ts'
import type { MockProvider } from './mock-provider.ts'
import type { RequestIds } from './request-ids.ts'

/** What the routes of one mock share. */
export interface World {
  readonly clock: Clock
  /** By slug, in alphabetical order. */
  readonly providers: ReadonlyMap<string, MockProvider>
  readonly ids: RequestIds
  readonly cache: ResultCache
  readonly admission: Admission
  readonly maxDatasets: number
  readonly maxVertices: number
  /** Milliseconds. */
  readonly providerTimeout: number
}
