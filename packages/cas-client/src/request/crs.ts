import { isRecord } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'

/** Names of longitude and latitude in WGS 84, as files write them. */
const geographic = /(?:\bCRS:?84h?|\bEPSG:(?:[\d.]*:)?(?:4326|4979))$/i

/**
 * Refuses what says by a `crs` member, as GeoJSON had before RFC 7946, that its coordinates are others than longitude and
 * latitude in WGS 84. Takes the collection, Feature or geometry that may have one.
 */
export function refuseCrs(value: Readonly<Record<string, unknown>>, path: string): void {
  const { crs } = value
  if (!isRecord(crs)) return
  const { name, href } = isRecord(crs.properties) ? crs.properties : {}
  const told = typeof name === 'string' ? name : typeof href === 'string' ? href : JSON.stringify(crs)
  if (geographic.test(told)) return
  const message = `${path}.crs is ${JSON.stringify(told)}: reproject it to longitude and latitude (EPSG:4326), the only coordinates that GeoJSON and the service know`
  throw makeCasError({ code: 'invalid-argument', message })
}
