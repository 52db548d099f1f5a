import type { Collection, Feature } from '../generated/types.ts'

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

const feature = (id: string | number, geometry: Feature['geometry'], properties: Feature['properties']): Feature => ({
  ...{ type: 'Feature', id, geometry, properties }
})

const river = (name: string, since: string, ...coordinates: number[][]): Feature =>
  feature(name.toLowerCase(), { type: 'LineString', coordinates }, { name, since: `${since}T00:00:00Z` })

const catchment = (name: string, id: number, w: number, s: number): Feature => {
  const [e, n] = [w + 0.5, s + 0.5]
  return feature(
    id,
    {
      type: 'Polygon',
      coordinates: [
        [
          [w, s],
          [e, s],
          [e, n],
          [w, n],
          [w, s]
        ]
      ]
    },
    { name }
  )
}

/** Three rivers of Switzerland, and five catchments, roughly. */
export const builtIn: readonly MockCollection[] = [
  {
    ...{ id: 'rivers', title: 'Rivers', timeProperty: 'since' },
    features: [
      river('Aare', '1904-01-01', [8.2, 46.6], [7.4, 46.9], [8.2, 47.6]),
      river('Inn', '1918-01-01', [9.7, 46.4], [10.4, 46.9]),
      river('Rhone', '1904-06-01', [8.4, 46.6], [6.2, 46.2])
    ]
  },
  {
    ...{ id: 'catchments', title: 'Catchments' },
    features: [
      ...[catchment('Emme', 1, 7.5, 46.8), catchment('Thur', 2, 9, 47.3), catchment('Sense', 3, 7.2, 46.7)],
      ...[catchment('Maggia', 4, 8.5, 46.2), catchment('Broye', 5, 6.8, 46.6)]
    ]
  }
]
