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
  /** The published description. The units, range and kind of a result are those of its first variable. */
  readonly description: Dataset
  /**
   * How long the provider takes on the mock's clock, in milliseconds. Default 0. If it is longer than the mock's
   * `providerTimeout`, there is no result but a warning.
   */
  readonly duration?: number
  /** Computes the result. If it throws, the dataset is missing from the results, and a warning has the message. */
  readonly extract: (from: ExtractionContext) => MockResult
}

/** The input of `extract`. */
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

/** The result of a dataset. */
export interface MockResult {
  /** Ignored if the coverage is 0. NaN is sent as null. */
  readonly value: AttributeResult['value']
  /** From 0 to 1. Default: that of the context. Below 0.8 a good result becomes `partial`, below 0.3 `missing`. */
  readonly coverage?: number
  /** Default `good`. A value outside the variable's valid range becomes `suspect`. */
  readonly quality?: QualityFlag
}

/** Throw this in {@link MockDataset.extract} if the provider returned an error. The warning of the service then has another text. */
export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure'
}
