import { isRecord } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'

/** Endings of the names of WGS 84 in longitude and latitude, and of systems within some metres of it. */
const geographic = new Set([
  ...['CRS84', 'CRS84H', '84', '4326', '4979', 'WGS84', 'WGS 84'],
  ...['4258', '4269', '4283', '4490', '4617', '7844'] // ETRS89, NAD83, GDA94, CGCS2000, NAD83(CSRS), GDA2020
])

/**
 * Refuses a collection, Feature or geometry whose `crs` member (GeoJSON before RFC 7946) is not longitude and latitude in WGS
 * 84.
 */
export function refuseCrs(value: Readonly<Record<string, unknown>>, path: string): void {
  const { crs } = value
  if (!isRecord(crs)) return
  const { name, href } = isRecord(crs.properties) ? crs.properties : {}
  const told = typeof name === 'string' ? name : typeof href === 'string' ? href : JSON.stringify(crs)
  const [end = ''] = told.split(/[:/#]/).slice(-1)
  if (geographic.has(end.toUpperCase())) return
  const message = `${path}.crs is ${JSON.stringify(told)}: transform the coordinates to longitude and latitude (EPSG:4326), because GeoJSON and the service accept no others`
  throw makeCasError({ code: 'invalid-argument', message })
}

/** Checks the `crs` of a Feature or geometry, and of a Feature's geometry, where PostGIS writes it. */
export function refuseCrsOf(item: unknown, path: string): void {
  const { crs, geometry } = (item ?? {}) as { readonly crs?: unknown; readonly geometry?: unknown }
  const own = (geometry ?? {}) as { readonly crs?: unknown }
  if (crs !== undefined) refuseCrs({ crs }, path)
  if (own.crs !== undefined) refuseCrs({ crs: own.crs }, `${path}.geometry`)
}
