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

const line = (id: string, name: string, since: string, coordinates: number[][]): Feature => ({
  type: 'Feature',
  id,
  geometry: { type: 'LineString', coordinates },
  properties: { name, since: `${since}T00:00:00Z` }
})

const square = (id: number, name: string, west: number, south: number): Feature => {
  const [east, north] = [west + 0.5, south + 0.5]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south]
  ]
  return { type: 'Feature', id, geometry: { type: 'Polygon', coordinates: [ring] }, properties: { name } }
}

/** Three rivers of Switzerland, and five catchments, roughly. */
export const builtIn: readonly MockCollection[] = [
  {
    id: 'rivers',
    title: 'Rivers',
    timeProperty: 'since',
    features: [
      line('aare', 'Aare', '1904-01-01', [
        [8.2, 46.6],
        [7.4, 46.9],
        [8.2, 47.6]
      ]),
      line('inn', 'Inn', '1918-01-01', [
        [9.7, 46.4],
        [10.4, 46.9]
      ]),
      line('rhone', 'Rhone', '1904-06-01', [
        [8.4, 46.6],
        [6.2, 46.2]
      ])
    ]
  },
  {
    id: 'catchments',
    title: 'Catchments',
    features: [
      ...[square(1, 'Emme', 7.5, 46.8), square(2, 'Thur', 9, 47.3), square(3, 'Sense', 7.2, 46.7)],
      ...[square(4, 'Maggia', 8.5, 46.2), square(5, 'Broye', 6.8, 46.6)]
    ]
  }
]
