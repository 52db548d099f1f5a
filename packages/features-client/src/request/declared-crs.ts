import { type ErrorFactory, malformed, parseLinkHeader, type Received } from '@geoclients/client-core'
import type { Collection } from '../generated/types.ts'

/** WGS 84, longitude first: what a collection has that lists nothing. */
export const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'

/** The same with heights. */
const crs84h = 'http://www.opengis.net/def/crs/OGC/0/CRS84h'

const isSame = (one: string, other: string): boolean => one.replace(/^https?:/, '') === other.replace(/^https?:/, '')

/** What stands in a collection for the coordinates that the list of collections has for each of them. */
const global = '#/crs'

/** The coordinates that a collection lists; `ofAll` asks for those of all collections, where it names them. */
export async function declaredCrs(
  { crs: own = [] }: Collection,
  ofAll: () => Promise<readonly string[] | undefined>
): Promise<readonly string[]> {
  const all = own.includes(global) ? ((await ofAll()) ?? []) : []
  const listed = own.flatMap((one) => (one === global ? all : [one]))
  return listed.length > 0 ? listed : [crs84]
}

/** Refuses coordinates that the collection does not list: many servers would ignore them, and answer with others. */
export function checkDeclared(
  name: string,
  crs: string,
  declared: readonly string[],
  collectionId: string,
  make: ErrorFactory
): void {
  if (declared.some((one) => isSame(one, crs))) return
  const shown = declared.slice(0, 5).join(', ') + (declared.length > 5 ? `, … (${declared.length})` : '')
  throw make({
    code: 'invalid-argument',
    message: `${name} must be a system that the collection ${JSON.stringify(collectionId)} lists (${shown}), got ${JSON.stringify(crs)}`
  })
}

/** Refuses a response whose coordinates are said to be others than those that were asked for: WGS 84, unless `crs` names some. */
export function checkAnswered(received: Received, crs: string | undefined): void {
  const [told] = parseLinkHeader(received.response.headers.get('Content-Crs'))
  const expected = crs === undefined ? [crs84, crs84h] : [crs]
  if (!told || expected.some((one) => isSame(told.href, one))) return
  throw malformed(received, `in the coordinate system ${expected[0]}`, told.href)
}
