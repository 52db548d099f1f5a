import type { MockProcess, MockValue } from '@geoclients/ogc-client/mock'
import { ProcessFailure } from '@geoclients/ogc-client/mock'
import { capArea, circle, type Lonlat, rounded } from './sphere.ts'

/** A process with geometries as input and features as output: for a map in the form and in the result. */
export const buffer: MockProcess = {
  description: {
    id: 'buffer_places',
    version: '1.0.0',
    title: 'Circles around places',
    description: 'Draws circles around a place, each twice as wide as the one before, with its area on a sphere.',
    keywords: ['geometry', 'GeoJSON', 'map'],
    jobControlOptions: ['sync-execute', 'async-execute', 'dismiss'],
    outputTransmission: ['value', 'reference'],
    inputs: {
      place: {
        title: 'Place',
        description: 'A point, or a line or polygon whose corners are taken.',
        schema: { type: 'object', format: 'geojson-geometry' }
      },
      distance: {
        title: 'Radius of the smallest circle (km)',
        minOccurs: 0,
        schema: { type: 'number', minimum: 1, maximum: 2000, default: 100 }
      },
      rings: {
        title: 'Circles around each place',
        minOccurs: 0,
        schema: { type: 'integer', minimum: 1, maximum: 5, default: 3 }
      }
    },
    outputs: {
      circles: {
        title: 'Circles',
        schema: { type: 'object', format: 'geojson-feature-collection', contentMediaType: 'application/geo+json' }
      },
      total_area: { title: 'Area of all circles (km²)', schema: { type: 'number' } }
    }
  },
  duration: () => 2_500,
  run: ({ place, distance, rings }) => {
    const features = corners(place).flatMap((center, index) =>
      Array.from({ length: Number(rings) }, (_, ring) => {
        const radius = Number(distance) * 2 ** ring
        return {
          type: 'Feature',
          id: `${index + 1}-${ring + 1}`,
          geometry: { type: 'Polygon', coordinates: [circle(center, radius)] },
          properties: { place: index + 1, ring: ring + 1, radius_km: radius, area_km2: rounded(capArea(radius), 1) }
        }
      })
    )
    const total = features.reduce((sum, { properties }) => sum + properties.area_km2, 0)
    // The largest comes first, so smaller ones are drawn on top.
    return { circles: { type: 'FeatureCollection', features: features.reverse() }, total_area: rounded(total, 1) }
  }
}

function corners(place: MockValue | MockValue[] | undefined): Lonlat[] {
  const found: Lonlat[] = []
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return
    const [longitude, latitude] = value
    if (typeof longitude === 'number' && typeof latitude === 'number') found.push([longitude, latitude])
    else value.forEach(walk)
  }
  if (place && typeof place === 'object' && 'coordinates' in place) walk(place.coordinates)
  if (found.length === 0 || found.length > 100)
    throw new ProcessFailure('The place needs 1 to 100 corners.', { status: 400 })
  return found
}
