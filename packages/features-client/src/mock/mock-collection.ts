import { mockData } from '../generated/mock-data.ts'
import type { Collection, Feature, FeaturePage } from '../generated/types.ts'

/** A collection that a mock offers. Its features are in WGS 84; the mock turns them into the other coordinates. */
export interface MockCollection {
  readonly id: string
  readonly title?: string
  readonly features: readonly Feature[]
  /** Which property is the time of a feature, for `datetime`: RFC 3339. */
  readonly timeProperty?: string
  /** Coordinates beside WGS 84. Default: EPSG:4326 and EPSG:3857, which are all that the mock knows. */
  readonly crs?: Collection['crs']
}

const examples: Readonly<Record<string, unknown>> = mockData.getItems.answer.examples

/** The collections that are examples of the contract: three rivers of Switzerland, and five catchments, roughly. */
export const builtIn: readonly MockCollection[] = [
  { id: 'rivers', title: 'Rivers', timeProperty: 'since', features: (examples.rivers as FeaturePage).features },
  { id: 'catchments', title: 'Catchments', features: (examples.catchments as FeaturePage).features }
]
