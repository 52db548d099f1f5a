import type { Bbox, Schema } from '../../generated/types.ts'
import { isJsonObject } from '../answers/json-answer.ts'
import type { MockInputs, MockValue } from '../mock-process.ts'

// Inputs were already validated against the description. These functions tell the compiler.

export function numberOf(inputs: MockInputs, id: string): number {
  const value = inputs[id]
  if (typeof value !== 'number') throw new TypeError(`Input '${id}' is not a number.`)
  return value
}

/** Any value. An input that occurs several times is one array. */
export function givenValue(inputs: MockInputs, id: string): MockValue {
  const value = inputs[id]
  if (value === undefined) throw new TypeError(`There is no input '${id}'.`)
  if (!Array.isArray(value)) return value
  return value.map((item) => {
    if (item instanceof Uint8Array) throw new TypeError(`Input '${id}' contains several binary values.`)
    return item
  })
}

/** West, south, east, north in degrees, without heights. */
export type Extent = readonly [west: number, south: number, east: number, north: number]

export function extentOf(inputs: MockInputs, id: string): Extent {
  const value = inputs[id]
  const corners = isJsonObject(value) && Array.isArray(value.bbox) ? value.bbox.map(Number) : []
  const [a, b, c, d, e] = corners
  const [east, north] = corners.length === 6 ? [d, e] : [c, d]
  if (a === undefined || b === undefined || east === undefined || north === undefined) {
    throw new TypeError(`Input '${id}' is not a bounding box.`)
  }
  return [a, b, east, north]
}

export function gridOf(inputs: MockInputs, id: string): number[][] {
  const value = inputs[id]
  if (!Array.isArray(value)) throw new TypeError(`Input '${id}' is not a grid.`)
  return value.map((row) => (Array.isArray(row) ? row.map(Number) : []))
}

export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'

/** A bounding box as Part 1 has it, with 4 or 6 numbers. */
export function bboxSchema(defaultBox?: Bbox['bbox']): Schema {
  return {
    type: 'object',
    format: 'ogc-bbox',
    required: ['bbox'],
    properties: {
      bbox: {
        type: 'array',
        items: { type: 'number' },
        oneOf: [
          { minItems: 4, maxItems: 4 },
          { minItems: 6, maxItems: 6 }
        ]
      },
      crs: { type: 'string', enum: [CRS84, 'http://www.opengis.net/def/crs/OGC/0/CRS84h'], default: CRS84 }
    },
    ...(defaultBox && { default: { bbox: [...defaultBox], crs: CRS84 } })
  }
}
