import type { MockProcess } from '../mock-process.ts'
import { ProcessFailure } from '../mock-process.ts'
import { bboxSchema, type Extent, extentOf } from './read.ts'

/** Mean radius of the earth in km (IUGG). */
const RADIUS = 6371.0088

const UNITS = { km2: 1, ha: 100, m2: 1_000_000 }

/** A bounding box as input, a number as output. Synchronous and by value only. */
export const bboxArea: MockProcess = {
  description: {
    id: 'bbox_area',
    version: '1.0.0',
    title: 'Area of a bounding box',
    description:
      'Computes the area of a bounding box on a sphere. A box whose west lies east of its east crosses the antimeridian.',
    keywords: ['bbox', 'literal', 'sync'],
    jobControlOptions: ['sync-execute'],
    outputTransmission: ['value'],
    inputs: {
      bbox: { title: 'Bounding box', schema: bboxSchema() },
      unit: { title: 'Unit', minOccurs: 0, schema: { type: 'string', enum: Object.keys(UNITS), default: 'km2' } }
    },
    outputs: {
      area: { title: 'Area', schema: { type: 'number', minimum: 0 } }
    }
  },
  run: (inputs) => {
    const factor = Object.entries(UNITS).find(([unit]) => unit === inputs.unit)?.[1] ?? 1
    return { area: sphereArea(extentOf(inputs, 'bbox')) * factor }
  }
}

function sphereArea([west, south, east, north]: Extent): number {
  if (south > north || south < -90 || north > 90) {
    throw new ProcessFailure(`The latitudes ${south} and ${north} make no box.`, { status: 400 })
  }
  const width = radians(east < west ? east - west + 360 : east - west)
  return RADIUS ** 2 * width * (Math.sin(radians(north)) - Math.sin(radians(south)))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
