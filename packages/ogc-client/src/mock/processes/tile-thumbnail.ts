import { type MockProcess, ProcessFailure } from '../mock-process.ts'
import { type Color, encodePng } from './png.ts'
import { bboxSchema, CRS84, type Extent, numberOf } from './read.ts'

/** An image and its bounding box as outputs. Asynchronous only. */
export const tileThumbnail: MockProcess = {
  description: {
    id: 'tile_thumbnail',
    version: '1.0.0',
    title: 'Thumbnail of a map tile',
    description: 'Draws the grid of meridians and parallels in a tile of the web mercator scheme.',
    keywords: ['literal', 'image', 'async'],
    jobControlOptions: ['async-execute', 'dismiss'],
    outputTransmission: ['value', 'reference'],
    inputs: {
      zoom: { title: 'Zoom', minOccurs: 0, schema: { type: 'integer', minimum: 0, maximum: 24, default: 0 } },
      column: { title: 'Column, from the west', minOccurs: 0, schema: { type: 'integer', minimum: 0, default: 0 } },
      row: { title: 'Row, from the north', minOccurs: 0, schema: { type: 'integer', minimum: 0, default: 0 } },
      size: {
        title: 'Pixels per side',
        minOccurs: 0,
        schema: { type: 'integer', minimum: 8, maximum: 128, default: 64 }
      }
    },
    outputs: {
      thumbnail: {
        title: 'Picture',
        schema: { type: 'string', contentEncoding: 'binary', contentMediaType: 'image/png' }
      },
      extent: { title: 'Where the tile lies', schema: bboxSchema() }
    }
  },
  duration: () => 500,
  run: (inputs) => {
    const [zoom, column, row] = [numberOf(inputs, 'zoom'), numberOf(inputs, 'column'), numberOf(inputs, 'row')]
    const tiles = 2 ** zoom
    if (column >= tiles || row >= tiles) {
      throw new ProcessFailure(`Zoom ${zoom} has ${tiles} columns and rows.`, { progress: 0, status: 400 })
    }
    const size = numberOf(inputs, 'size')
    const extent: Extent = [
      longitude(column, tiles),
      latitude(row + 1, tiles),
      longitude(column + 1, tiles),
      latitude(row, tiles)
    ]
    return {
      thumbnail: encodePng(size, size, (x, y) =>
        paint(longitude(column + (x + 0.5) / size, tiles), latitude(row + (y + 0.5) / size, tiles), 180 / tiles)
      ),
      extent: { bbox: [...extent], crs: CRS84 }
    }
  }
}

function longitude(column: number, tiles: number): number {
  return (column / tiles) * 360 - 180
}

function latitude(row: number, tiles: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / tiles))) * 180) / Math.PI
}

/** A chequered pattern of `step` degrees, bluer towards the poles. */
function paint(lon: number, lat: number, step: number): Color {
  const dark = (Math.floor(lon / step) + Math.floor(lat / step)) % 2 !== 0
  const blue = Math.round(100 + (Math.abs(lat) / 90) * 155)
  return dark ? [40, 90, blue] : [220, 230, blue]
}
