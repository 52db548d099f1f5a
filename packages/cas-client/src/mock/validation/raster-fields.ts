import type { JsonValue } from '../../types/json.ts'
import { type JsonObject, optional, readChoice, readObject, required } from './fields.ts'
import type { Issues, Location } from './issues.ts'
import { readNumber } from './numbers.ts'

const BODY: Location = ['body']
const readOutput = readChoice(['stats', 'raster'])
const readResampling = readChoice(['nearest', 'bilinear', 'cubic', 'average'])

/**
 * Checks the members that the service knows from its use as a library, where it makes rasters; over HTTP it refuses them all.
 * They stand before and after the others in its list of faults.
 * @returns whether the one that goes with no geometry (`bbox` before, `target_resolution` after) is there
 */
export function checkRasterFields(object: JsonObject, place: 'before' | 'after', issues: Issues): boolean {
  if (place === 'before') return optional(object, 'bbox', BODY, issues, checkBox) ?? false
  const output = optional(object, 'output', BODY, issues, readOutput, 'not null')
  if (output === 'raster') {
    issues.add('value_error', [...BODY, 'output'], 'This service sends statistics, no rasters', output, { error: {} })
  }
  const resolution = optional(object, 'target_resolution', BODY, issues, (value, at) =>
    readNumber(value, { above: 0 }, at, issues)
  )
  optional(object, 'resampling', BODY, issues, readResampling, 'not null')
  return resolution !== undefined
}

function checkBox(value: JsonValue, at: Location, issues: Issues): true | undefined {
  const box = readObject(value, at, issues)
  if (box === undefined) return undefined
  for (const name of ['min_lon', 'min_lat', 'max_lon', 'max_lat']) {
    const most = name.endsWith('lon') ? 180 : 90
    required(box, name, at, issues, (edge, place) => readNumber(edge, { least: -most, most }, place, issues))
  }
  return true
}
