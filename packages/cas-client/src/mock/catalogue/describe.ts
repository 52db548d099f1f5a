import type { BoundingBox, Dataset, DataType, ProviderSummary, TemporalType } from '../../generated/types.ts'

const WORLD: BoundingBox = { min_lon: -180, min_lat: -90, max_lon: 180, max_lat: 90 }

/** What is particular to one of the built-in datasets. */
export interface DatasetFacts {
  readonly variable: string
  readonly units: string
  /** Metres. */
  readonly resolution: number
  /** Default is the whole world. */
  readonly extent?: BoundingBox
  /** Default is `continuous`. */
  readonly dataType?: DataType
  /** Default is `static`. */
  readonly temporalType?: TemporalType
  /** First and last time; both null by default. */
  readonly period?: readonly [start: string, end: string | null]
  readonly validRange?: [number, number]
}

/** A dataset as the service publishes it. */
export function describeDataset(provider: ProviderSummary, name: string, facts: DatasetFacts): Dataset {
  const [start, end] = facts.period ?? [null, null]
  return {
    id: `${provider.slug}:${name}`,
    provider: provider.slug,
    name: `${provider.name}: ${name}`,
    description: 'Computed from the geometry alone.',
    variables: [
      {
        name: facts.variable,
        units: facts.units,
        description: '',
        data_type: facts.dataType ?? 'continuous',
        nodata_value: null,
        valid_range: facts.validRange ?? null
      }
    ],
    resolution_m: facts.resolution,
    crs: 'EPSG:4326',
    bbox: facts.extent ?? WORLD,
    temporal: { start, end, temporal_type: facts.temporalType ?? 'static' },
    // In the list of providers this is any text, in a dataset only a value of the contract.
    protocol: provider.protocol as Dataset['protocol'],
    license: 'CC0-1.0',
    citation: `${provider.name}, made up`
  }
}

/** To 3 decimals, halves upwards. */
export function rounded(value: number): number {
  return Math.floor(value * 1000 + 0.5) / 1000
}
