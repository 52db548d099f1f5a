import { mockData } from '../generated/mock-data.ts'
import type { Collection, Feature, FeaturePage } from '../generated/types.ts'

/** A collection of a mock. Its features are in WGS 84; the mock transforms them to other coordinate systems. */
export interface MockCollection {
  readonly id: string
  readonly title?: string
  readonly features: readonly Feature[]
  /** The property that `datetime` compares, as an RFC 3339 time. */
  readonly timeProperty?: string
  /** Coordinate systems in addition to WGS 84. Default: EPSG:4326 and EPSG:3857, which are all that the mock knows. */
  readonly crs?: Collection['crs']
}

const examples: Readonly<Record<string, unknown>> = mockData.getItems.answer.examples

/** The example collections of the contract: three rivers of Switzerland, and five catchments with rough outlines. */
export const builtIn: readonly MockCollection[] = [
  { id: 'rivers', title: 'Rivers', timeProperty: 'since', features: (examples.rivers as FeaturePage).features },
  { id: 'catchments', title: 'Catchments', features: (examples.catchments as FeaturePage).features }
]
