import {
  checkMembers,
  decimal,
  type ErrorFactory,
  datetime as instants,
  type OwnQuery,
  ownQuery,
  pageLimit,
  type Rule,
  type Rules
} from '@geoclients/client-core'

/** In which coordinates features are given (Part 2). */
export interface CrsQuery {
  /** URI of one of the coordinate systems that the collection lists. Default: WGS 84, longitude first. */
  readonly crs?: string | undefined
  /** Query parameters of this server's own, such as `{ skipGeometry: true }`. They are sent as they are. */
  readonly query?: OwnQuery | undefined
}

/** Which features of a collection; all conditions must hold (17-069r4, 7.15). */
export interface ItemsQuery extends CrsQuery {
  /** Features a page, 1 to 10 000. Default: the server's, which is 10 in the standard. */
  readonly limit?: number | undefined
  /**
   * West, south, east, north in degrees, or with heights west, south, lowest, east, north, highest; in the order of its axes with
   * `bboxCrs`. West is greater than east if the box crosses the antimeridian.
   */
  readonly bbox?: readonly number[] | undefined
  /** URI of the coordinate system of `bbox`, one of those that the collection lists (Part 2). */
  readonly bboxCrs?: string | undefined
  /** An instant or an interval (`start/end`, open with `..`) that the time of a feature must meet; RFC 3339. */
  readonly datetime?: string | undefined
  /**
   * Query parameters of this server's own, such as properties of its features: `{ name: 'Aare' }`. They are sent as they are; a
   * server refuses those that it does not know.
   */
  readonly query?: OwnQuery | undefined
}

const isUri = (value: unknown): boolean => typeof value === 'string' && /^[a-z][a-z\d+.-]*:\S+$/i.test(value)
const uri: Rule = [isUri, 'a URI such as "http://www.opengis.net/def/crs/EPSG/0/3857"']

const box: Rule = [
  (value) => Array.isArray(value) && [4, 6].includes(value.length) && value.every(Number.isFinite) && isUpright(value),
  'four numbers [west, south, east, north], or six with heights, with the lower corner first'
]

/** West may be greater than east: the box crosses the antimeridian. The axes of other coordinates may be turned. */
function isUpright(edges: readonly number[]): boolean {
  const half = edges.length / 2
  return edges.every((edge, i) => i === 0 || i >= half || edge <= Number(edges[i + half]))
}

const crsRules: Rules<keyof CrsQuery> = { crs: uri, query: true }
const rules: Rules<keyof ItemsQuery> = { ...crsRules, limit: pageLimit, bbox: box, bboxCrs: uri, datetime: instants }

/** The query of a page; throws `invalid-argument` for what no server could mean. */
export function itemsQuery(query: ItemsQuery, make: ErrorFactory): Readonly<Record<string, unknown>> {
  checkMembers('query', query, rules, make, 'an object such as { limit: 100 }')
  const { limit, bbox, bboxCrs, datetime, crs } = query
  const own = ownQuery(query.query, ['limit', 'bbox', 'datetime', 'crs', 'bbox-crs'], make)
  return { ...own, limit, bbox: bbox?.map(decimal), datetime, crs, 'bbox-crs': bboxCrs }
}

/** The query of one feature. */
export function featureQuery(query: CrsQuery, make: ErrorFactory): Readonly<Record<string, unknown>> {
  checkMembers('query', query, crsRules, make, 'an object such as { crs }')
  return { ...ownQuery(query.query, ['crs'], make), crs: query.crs }
}
