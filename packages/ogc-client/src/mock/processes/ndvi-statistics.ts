import type { Schema } from '../../generated/types.ts'
import type { JsonValue } from '../../types/json.ts'
import { type MockProcess, ProcessFailure } from '../mock-process.ts'
import { type Color, encodePng } from './png.ts'
import { bboxSchema, CRS84, extentOf, gridOf, numberOf } from './read.ts'

const grid: Schema = {
  type: 'array',
  minItems: 1,
  maxItems: 64,
  items: { type: 'array', minItems: 1, maxItems: 64, items: { type: 'number', minimum: 0, maximum: 1 } }
}

/** Grids as inputs; a number, an object, a bounding box and an image as outputs. Both modes. */
export const ndviStatistics: MockProcess = {
  description: {
    id: 'ndvi_statistics',
    version: '1.0.0',
    title: 'Vegetation index of two bands',
    description:
      'Computes the normalised difference of near infrared and red, pixel by pixel, with its statistics and a picture.',
    keywords: ['array', 'object', 'bbox', 'image', 'several outputs'],
    jobControlOptions: ['sync-execute', 'async-execute', 'dismiss'],
    outputTransmission: ['value', 'reference'],
    inputs: {
      red: { title: 'Red reflectance, row by row', schema: grid },
      nir: { title: 'Near infrared reflectance, row by row', schema: grid },
      bbox: { title: 'Where the grid lies', minOccurs: 0, schema: bboxSchema([9.9, 53.5, 10.1, 53.6]) },
      threshold: {
        title: 'Index from which a pixel counts as vegetation',
        minOccurs: 0,
        schema: { type: 'number', minimum: -1, maximum: 1, default: 0.3 }
      }
    },
    outputs: {
      mean: { title: 'Mean index', schema: { type: 'number', nullable: true } },
      statistics: { title: 'Statistics', schema: { type: 'object' } },
      extent: { title: 'Where the grid lies', schema: bboxSchema() },
      preview: {
        title: 'Picture, one pixel per cell',
        schema: { type: 'string', contentEncoding: 'binary', contentMediaType: 'image/png' }
      }
    }
  },
  run: (inputs) => {
    const index = toIndex(gridOf(inputs, 'red'), gridOf(inputs, 'nir'))
    const statistics = summarise(index.flat(), numberOf(inputs, 'threshold'))
    return {
      mean: statistics.mean,
      statistics: { ...statistics },
      extent: { bbox: [...extentOf(inputs, 'bbox')], crs: CRS84 },
      preview: encodePng(index[0]?.length ?? 0, index.length, (x, y) => paint(index[y]?.[x]))
    }
  }
}

/** Undefined if both bands are zero, because the index has no value there. */
type Index = number | undefined

function toIndex(red: number[][], nir: number[][]): Index[][] {
  const width = red[0]?.length
  if (red.length !== nir.length || [...red, ...nir].some((row) => row.length !== width)) {
    throw new ProcessFailure('The grids of red and nir differ in shape, or their rows in length.', { status: 400 })
  }
  return red.map((row, y) =>
    row.map((r, x) => {
      const n = nir[y]?.[x] ?? 0
      return r + n === 0 ? undefined : (n - r) / (n + r)
    })
  )
}

interface Statistics extends Record<string, JsonValue> {
  readonly mean: number | null
}

function summarise(cells: readonly Index[], threshold: number): Statistics {
  const values = cells.filter((value) => value !== undefined)
  const { length: valid } = values
  const counts = { valid, empty: cells.length - valid }
  if (valid === 0) return { ...counts, minimum: null, maximum: null, mean: null, deviation: null, vegetation: null }
  const mean = values.reduce((sum, value) => sum + value, 0) / valid
  return {
    ...counts,
    minimum: Math.min(...values),
    maximum: Math.max(...values),
    mean,
    deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / valid),
    vegetation: values.filter((value) => value >= threshold).length / valid
  }
}

/** From brown through yellow to green; grey if there is no value. */
function paint(index: Index): Color {
  if (index === undefined) return [128, 128, 128]
  const share = (index + 1) / 2
  return [Math.round(200 * (1 - share)), Math.round(90 + 110 * share), 40]
}
