import type { MockProcess } from '@geoclients/ogc-client/mock'
import { boxOfInput } from './box.ts'
import { boxArea, rounded } from './sphere.ts'

/** A process with a box as input and cells as output: features that differ in one number, for a choropleth. */
export const grid: MockProcess = {
  description: {
    id: 'grid_of_box',
    version: '1.0.0',
    title: 'Grid of a box',
    description: 'Cuts a box into cells of equal degrees and computes the area of each on a sphere.',
    keywords: ['bbox', 'GeoJSON', 'map'],
    jobControlOptions: ['sync-execute', 'async-execute', 'dismiss'],
    outputTransmission: ['value', 'reference'],
    inputs: {
      bbox: { title: 'Box', schema: { type: 'object', format: 'ogc-bbox' } },
      cells: {
        title: 'Cells along each side',
        minOccurs: 0,
        schema: { type: 'integer', minimum: 1, maximum: 40, default: 8 }
      }
    },
    outputs: {
      grid: {
        title: 'Cells',
        schema: { type: 'object', format: 'geojson-feature-collection', contentMediaType: 'application/geo+json' }
      }
    }
  },
  duration: () => 1_000,
  run: ({ bbox, cells }) => {
    const { west, south, east, north } = boxOfInput(bbox)
    const count = Number(cells)
    const width = (east - west) / count
    const height = (north - south) / count
    const features = Array.from({ length: count ** 2 }, (_, index) => {
      const [row, column] = [Math.floor(index / count), index % count]
      const [x0, y0] = [rounded(west + column * width), rounded(south + row * height)]
      const [x1, y1] = [rounded(x0 + width), rounded(y0 + height)]
      return {
        type: 'Feature',
        id: index + 1,
        geometry: {
          type: 'Polygon',
          coordinates: [[[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]]] // biome-ignore format: a ring
        },
        properties: { row: row + 1, column: column + 1, area_km2: rounded(boxArea(width, y0, y1), 2) }
      }
    })
    return { grid: { type: 'FeatureCollection', features } }
  }
}
