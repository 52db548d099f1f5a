import { type ErrorFactory, invalidArgument, malformed, parseLinkHeader, type Received } from '@geoclients/client-core'
import { readCollection, readCollections } from '../response/readers.ts'
import type { ItemsQuery } from './items-query.ts'

/** WGS 84, longitude first: the system of a collection that lists none. */
export const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'

/** The same with heights. */
const crs84h = 'http://www.opengis.net/def/crs/OGC/0/CRS84h'

const isSame = (one: string, other: string): boolean => one.replace(/^https?:/, '') === other.replace(/^https?:/, '')

/** In a collection, this stands for the systems that the list of collections names for all of them. */
const global = '#/crs'

type Asked = readonly (readonly [name: string, uri: string])[]

/** The coordinate systems that a query names, without the one that every collection has. */
export function otherCrs({ crs, bboxCrs }: ItemsQuery): Asked {
  return Object.entries({ crs, bboxCrs }).flatMap(([name, uri]) => (uri && uri !== crs84 ? [[name, uri]] : []))
}

/** The coordinate systems that a collection lists. Requests those of all collections too, if the collection refers to them. */
export async function declaredCrs(get: (operation: string) => Promise<Received>): Promise<readonly string[]> {
  const { crs: own = [] } = readCollection(await get('GET /collections/{collectionId}'))
  const all = own.includes(global) ? readCollections(await get('GET /collections')).crs : []
  const listed = own.flatMap((one) => (one === global ? (all ?? []) : [one]))
  return listed.length > 0 ? listed : [crs84]
}

/** Refuses a system that the collection does not list, because many servers would ignore it and return another one. */
export function checkDeclared(asked: Asked, declared: readonly string[], what: string, make: ErrorFactory): void {
  const [name, uri] = asked.find(([, uri]) => !declared.some((one) => isSame(one, uri))) ?? []
  if (!name) return
  const shown = declared.slice(0, 5).join(', ') + (declared.length > 5 ? `, … (${declared.length})` : '')
  throw invalidArgument(make, name, uri, `a system that ${what} lists (${shown})`)
}

/** Refuses a response that names another coordinate system than the requested one, which is WGS 84 if `crs` is undefined. */
export function checkAnswered(received: Received, crs: string | undefined): void {
  const [told] = parseLinkHeader(received.response.headers.get('Content-Crs'))
  const expected = crs === undefined ? [crs84, crs84h] : [crs]
  if (!told || expected.some((one) => isSame(told.href, one))) return
  throw malformed(received, `in the coordinate system ${expected[0]}`, told.href)
}
