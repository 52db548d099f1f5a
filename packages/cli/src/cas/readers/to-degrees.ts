import type { FeatureLike } from '@geoclients/cas-client'
import proj4 from 'proj4'
import { UsageError } from '../../program/usage-error.ts'
import type { Crs, Places } from './places.ts'

/**
 * Places in degrees: those of a projected system are refused by its name, or transformed from `fromCrs`: a code that proj4
 * knows, a proj string, WKT, or `file` for the one that the file itself has.
 */
export function inDegrees(places: Places, fromCrs: string | undefined): Places {
  const { crs } = places
  if (fromCrs === undefined) {
    if (crs === undefined) return places
    throw new UsageError(`the coordinates are in ${crs.name}, expected longitude and latitude`, {
      next: crs.definition
        ? 'To transform them: --from-crs file'
        : 'To transform them: --from-crs EPSG:CODE, or a proj string'
    })
  }
  const { forward } = converter(fromCrs, crs)
  return {
    ...places,
    crs: undefined,
    async *features() {
      for await (const feature of places.features()) yield moved(feature, forward)
    }
  }
}

function converter(fromCrs: string, crs: Crs | undefined): proj4.Converter {
  const definition = fromCrs === 'file' ? crs?.definition : etrs89(fromCrs)
  if (definition === undefined) throw new UsageError('--from-crs file: the file does not name its coordinate system')
  try {
    return proj4(definition, 'WGS84')
  } catch (cause) {
    throw new UsageError(`--from-crs ${fromCrs} is unknown, expected a proj string or WKT`, {
      next: 'Known codes: EPSG:3857, EPSG:326xx, EPSG:327xx, EPSG:258xx',
      cause
    })
  }
}

/** Definitions of the UTM zones of Europe, whose codes proj4 does not know. */
function etrs89(code: string): string {
  const zone = /^EPSG:258(\d\d)$/i.exec(code)?.[1]
  return zone === undefined ? code : `+proj=utm +zone=${Number(zone)} +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs`
}

function moved(
  { type, id, properties, geometry }: FeatureLike,
  forward: (position: number[]) => number[]
): FeatureLike {
  const place = (coordinates: readonly unknown[]): unknown[] =>
    isPosition(coordinates)
      ? forward([...coordinates])
      : coordinates.map((one) => (Array.isArray(one) ? place(one) : one))
  const base = { type, ...(id !== undefined && { id }), properties }
  if (geometry === null || !('coordinates' in geometry)) return { ...base, geometry }
  return { ...base, geometry: { type: geometry.type, coordinates: place(geometry.coordinates) } }
}

const isPosition = (coordinates: readonly unknown[]): coordinates is readonly number[] =>
  typeof coordinates[0] === 'number'
