import { parseGeoJson } from '@geoclients/cas-client/geojson'
import type { Feature, Geometry } from 'geojson'

/** More would not fit a page; the client itself takes any number. */
export const mostPlaces = 100_000

export interface ReadPlaces {
  readonly places: readonly Feature[]
  /** Lines and members that are no places, and what was left out because there were too many. */
  readonly skipped: number
}

/** Reads places from a file of GeoJSON of any kind, as it comes; `tell` hears how many there are so far. */
export async function readPlaces(file: Blob, tell: (count: number) => void): Promise<ReadPlaces> {
  const places: Feature[] = []
  let skipped = 0
  const parsed = file.stream().pipeThrough(parseGeoJson({ onBroken: () => void skipped++ }))
  for await (const value of parsed) {
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
