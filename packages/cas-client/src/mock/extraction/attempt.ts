import type { AttributeResult, GeoJsonGeometry, TimeRange } from '../../generated/types.ts'
import { type MockDataset, ProviderFailure } from '../mock-provider.ts'
import type { World } from '../world.ts'
import { boundsOf, coverageOf } from './extent.ts'
import { pixelCount } from './pixel-count.ts'

/** What one dataset gave for one geometry, and after how many milliseconds. */
export type Attempt =
  | { readonly elapsed: number; readonly result: AttributeResult; readonly failure?: undefined }
  | { readonly elapsed: number; readonly result?: undefined; readonly failure: string }

/** Asks one dataset. A failure is worded like the service's: clients take such a text apart. */
export function attempt(
  { providers, providerTimeout }: World,
  id: string,
  geometry: GeoJsonGeometry,
  timeRange: TimeRange | undefined
): Attempt {
  const slug = providerOf(id)
  const provider = providers.get(slug)
  const failed = (reason: string): string => `Extraction failed for ${id}: ${reason}`
  if (provider === undefined) return { elapsed: 0, failure: failed(`there is no provider '${slug}'`) }
  const dataset = provider.datasets.find(({ description }) => description.id === id)
  if (dataset === undefined) return { elapsed: 0, failure: `[${slug}] there is no such dataset` }
  try {
    const { duration: elapsed = 0 } = dataset
    const result = { ...resultOf(dataset, geometry, timeRange), elapsed_ms: elapsed }
    if (elapsed <= providerTimeout) return { elapsed, result }
    return { elapsed: providerTimeout, failure: failed(`timeout after ${Math.round(providerTimeout / 1000)}s`) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { elapsed: 0, failure: error instanceof ProviderFailure ? `[${slug}] ${reason}` : failed(reason) }
  }
}

/** The part of a dataset's id before its first colon. */
export function providerOf(id: string): string {
  return id.split(':', 1)[0] ?? ''
}

function resultOf(
  { description, extract }: MockDataset,
  geometry: GeoJsonGeometry,
  timeRange: TimeRange | undefined
): Omit<AttributeResult, 'elapsed_ms'> {
  const { id, provider, bbox, resolution_m, temporal } = description
  const [variable] = description.variables
  const bounds = boundsOf(geometry)
  const longitude = (bounds.min_lon + bounds.max_lon) / 2
  const latitude = (bounds.min_lat + bounds.max_lat) / 2
  const inside = coverageOf(bounds, bbox)
  const found = extract({ geometry, bounds, longitude, latitude, coverage: inside })
  const { coverage = inside, quality = 'good' } = found
  return {
    dataset_id: id,
    variable: variable?.name ?? '',
    value: coverage === 0 ? null : found.value,
    units: variable?.units ?? '',
    aggregation: variable?.data_type === 'categorical' ? 'distribution' : 'mean',
    quality,
    coverage_fraction: coverage,
    pixel_count: pixelCount(geometry, bounds, resolution_m, coverage),
    timestamp: temporal.start === null ? null : (timeRange?.start ?? temporal.start),
    provider,
    provenance: 'computed from the geometry',
    valid_range: variable?.valid_range ?? null
  }
}
