import type {
  AttributeResult,
  BoundingBox,
  Dataset,
  GeoJsonGeometry,
  ProviderSummary,
  QualityFlag
} from '../generated/types.ts'

/** A provider that a mock offers. */
export interface MockProvider extends Readonly<ProviderSummary> {
  readonly datasets: readonly MockDataset[]
}

/** A dataset that a mock offers. */
export interface MockDataset {
  /** As the service publishes it. The units, the range and the kind of a result are those of its first variable. */
  readonly description: Dataset
  /**
   * How long the provider takes on the mock's clock, in milliseconds. Default is no time at all. Longer than the mock's
   * `providerTimeout` means no result and a warning.
   */
  readonly duration?: number
  /** Makes the result. Throw to fail: the dataset is then absent from the results, and a warning has the message. */
  readonly extract: (from: ExtractionContext) => MockResult
}

/** What a result is made from. */
export interface ExtractionContext {
  readonly geometry: GeoJsonGeometry
  /** The box around the geometry. */
  readonly bounds: BoundingBox
  /** Centre of the box, in degrees. */
  readonly longitude: number
  readonly latitude: number
  /** How much of the box lies within the dataset's extent, from 0 to 1. */
  readonly coverage: number
}

/** What a dataset finds. */
export interface MockResult {
  /** Not used where the coverage is 0. Not a number goes out as null. */
  readonly value: AttributeResult['value']
  /** From 0 to 1. Default is that of the context. Below 0.8 a good result becomes `partial`, below 0.3 `missing`. */
  readonly coverage?: number
  /** Default is `good`; a value outside the variable's valid range becomes `suspect`. */
  readonly quality?: QualityFlag
}

/** Thrown by {@link MockDataset.extract}: the provider answered, and with an error. The service words its warning differently then. */
export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure'
}
