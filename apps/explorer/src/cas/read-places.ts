import { parseGeoJson } from '@geoclients/cas-client/geojson'
import type { Feature, Geometry } from 'geojson'

/** Limit of this page. The client itself accepts any number. */
export const mostPlaces = 100_000

export interface ReadPlaces {
  readonly places: readonly Feature[]
  /** Number of skipped items: invalid ones, and those beyond the limit. */
  readonly skipped: number
}

/** Reads places from any GeoJSON file as a stream. `tell` receives their number so far. */
export async function readPlaces(file: Blob, tell: (count: number) => void): Promise<ReadPlaces> {
  const places: Feature[] = []
  let skipped = 0
  const parsed = file.stream().pipeThrough(parseGeoJson({ onBroken: () => void skipped++ }))
  for await (const value of parsed) {
    // The types of the reader name less than those of GeoJSON; `asPlace` looks at the value's own type.
    const place = asPlace(value as unknown as Feature | Geometry)
    if (!place || places.length >= mostPlaces) skipped += 1
    else places.push(place)
    if (places.length % 1_000 === 0) tell(places.length)
  }
  return { places, skipped }
}

const taken = new Set(['Point', 'Polygon', 'MultiPolygon'])

function asPlace(value: Feature | Geometry): Feature | undefined {
  const feature: Feature = value.type === 'Feature' ? value : { type: 'Feature', geometry: value, properties: {} }
  return feature.geometry && taken.has(feature.geometry.type) ? feature : undefined
}
