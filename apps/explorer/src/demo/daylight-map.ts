import { type MockProcess, ProcessFailure } from '@geoclients/ogc-client/mock'
import { boxOfInput } from './box.ts'
import { dayOfYear, hoursOfDaylight } from './sphere.ts'

/** A process with a box and a day as inputs and a GeoTIFF as output: for a raster on the map. */
export const daylightMap: MockProcess = {
  description: {
    id: 'daylight_map',
    version: '1.0.0',
    title: 'Map of daylight',
    description: 'The hours from sunrise to sunset of one day, for each pixel of a box.',
    keywords: ['bbox', 'raster', 'GeoTIFF', 'map'],
    jobControlOptions: ['sync-execute', 'async-execute', 'dismiss'],
    outputTransmission: ['value', 'reference'],
    inputs: {
      bbox: {
        title: 'Box',
        minOccurs: 0,
        schema: { type: 'object', format: 'ogc-bbox', default: { bbox: [-25, 34, 45, 72] } }
      },
      day: { title: 'Day', minOccurs: 0, schema: { type: 'string', format: 'date', default: '2026-12-21' } },
      pixels: {
        title: 'Pixels along the longer side',
        minOccurs: 0,
        schema: { type: 'integer', minimum: 2, maximum: 500, default: 140 }
      }
    },
    outputs: {
      hours: {
        title: 'Hours of daylight',
        schema: { type: 'string', contentEncoding: 'binary', contentMediaType: 'image/tiff' }
      }
    }
  },
  duration: () => 1_500,
  run: async ({ bbox, day, pixels }) => {
    const { west, south, east, north } = boxOfInput(bbox)
    const pixel = Math.max(east - west, north - south) / Number(pixels)
    const size = (length: number): number => Math.max(1, Math.round(length / pixel))
    const [width, height] = [size(east - west), size(north - south)]
    const date = Date.parse(`${day}T00:00:00Z`)
    if (Number.isNaN(date)) throw new ProcessFailure('The day must be a date.', { status: 400 })
    const values = new Float32Array(width * height)
    for (let row = 0; row < height; row += 1) {
      values.fill(hoursOfDaylight(north - (row + 0.5) * pixel, dayOfYear(date)), row * width, (row + 1) * width)
    }
    const { writeArrayBuffer } = await import('geotiff')
    const bytes = writeArrayBuffer(values, {
      width,
      height,
      ModelTiepoint: [0, 0, 0, west, north, 0],
      ModelPixelScale: [pixel, pixel, 0],
      GTModelTypeGeoKey: 2,
      GTRasterTypeGeoKey: 1,
      GeographicTypeGeoKey: 4326
    })
    return { hours: new Uint8Array(bytes) }
  }
}
