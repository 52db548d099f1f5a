import type { Opened } from '@geoclients/contract-core'
import { FeaturesClient, type FeaturesError, isFeaturesError } from '../src/index.ts'

/** The context of a feature test: a server that offers the `rivers` and `catchments` of `createFeaturesMock`. */
export interface FeaturesContext {
  /** Sends each request only once. */
  readonly features: FeaturesClient
}

/** The context of one feature test, for `Target.open`. All requests go through `fetch`. */
export function openContext(baseUrl: string, fetch: typeof globalThis.fetch): Opened<FeaturesContext> {
  const features = new FeaturesClient({ baseUrl, fetch, retry: false })
  return { context: { features }, close: () => features.close() }
}

/** The error of a call that must fail. */
export async function failureOf(call: Promise<unknown>): Promise<FeaturesError> {
  const outcome = await call.then(
    () => new Error('the call succeeded'),
    (error: unknown) => error
  )
  if (isFeaturesError(outcome)) return outcome
  throw outcome
}
