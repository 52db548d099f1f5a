import { json, type OwnAnswer, Refusal, type RouteContext } from '@geoclients/mock-core'
import type { Collection, Feature } from '../generated/types.ts'
import { known, turned } from './coordinates.ts'
import { meetsBox, meetsTime } from './matches.ts'
import type { MockCollection } from './mock-collection.ts'

const [crs84 = '', ...others] = Object.keys(known)
const geojson = 'application/geo+json'

type AnsweredOperation = 'getCollections' | 'getCollection' | 'getItems' | 'getFeature'

/** The responses of a server with these collections. */
export function answersOf(
  collections: ReadonlyMap<string, MockCollection>
): Readonly<Record<AnsweredOperation, OwnAnswer>> {
  const collectionOf = ({ param }: RouteContext): MockCollection => {
    const id = param('collectionId')
    const found = collections.get(id)
    if (!found) throw new Refusal(404, 'NotFound', `there is no collection ${id}`)
    return found
  }
  const getCollections: OwnAnswer = ({ baseUrl }) => {
    const links = [{ rel: 'self', href: `${baseUrl}/collections`, type: 'application/json' }]
    return json({ links, collections: [...collections.values()].map((one) => described(one, baseUrl)) })
  }
  const getCollection: OwnAnswer = (context) => json(described(collectionOf(context), context.baseUrl))
  const getItems: OwnAnswer = (context) => {
    const collection = collectionOf(context)
    const { searchParams: query } = context.url
    const crs = crsOf('crs', query, collection)
    const matching = collection.features.filter(filterOf(query, collection))
    const [limit, offset] = [Number(query.get('limit') ?? 10), Number(query.get('offset') ?? 0)]
    const features = matching.slice(offset, offset + limit).map((one) => within(one, crs))
    const links = [{ rel: 'self', href: context.url.href, type: geojson }]
    if (offset + limit < matching.length) {
      const next = new URL(context.url)
      next.searchParams.set('offset', String(offset + limit))
      links.push({ rel: 'next', href: next.href, type: geojson })
    }
    const [numberMatched, numberReturned] = [matching.length, features.length]
    return answer({ type: 'FeatureCollection', features, links, numberMatched, numberReturned }, crs)
  }
  const getFeature: OwnAnswer = (context) => {
    const collection = collectionOf(context)
    const id = context.param('featureId')
    const found = collection.features.find((one) => String(one.id) === id)
    if (!found) throw new Refusal(404, 'NotFound', `there is no feature ${id}`)
    const crs = crsOf('crs', context.url.searchParams, collection)
    const href = `${context.baseUrl}/collections/${encodeURIComponent(collection.id)}`
    return answer({ ...within(found, crs), links: [{ rel: 'collection', href, type: 'application/json' }] }, crs)
  }
  return { getCollections, getCollection, getItems, getFeature }
}

const answer = (body: object, crs: string): Response =>
  json(body, { mediaType: geojson, headers: { 'Content-Crs': `<${crs}>` } })

const within = (feature: Feature, crs: string): Feature => ({
  ...feature,
  geometry: turned(feature.geometry, known[crs]?.from84 ?? ((position) => [...position]))
})

function described({ id, title, crs = others }: MockCollection, baseUrl: string): Collection {
  const href = `${baseUrl}/collections/${encodeURIComponent(id)}`
  const links = [
    { rel: 'self', href, type: 'application/json' },
    { rel: 'items', href: `${href}/items`, type: geojson }
  ]
  const named = { id, ...(title !== undefined && { title }) }
  return { ...named, links, itemType: 'feature', crs: [crs84, ...crs], storageCrs: crs84 }
}

function crsOf(name: string, query: URLSearchParams, { crs = others }: MockCollection): string {
  const asked = query.get(name) ?? crs84
  if (asked === crs84 || (crs.includes(asked) && asked in known)) return asked
  throw new Refusal(400, 'InvalidParameterValue', `${name} must be a system that the collection lists`)
}

/** Parameters that do not name a property. Each other one must name a property, and selects the features with its value. */
const own = new Set(['limit', 'offset', 'bbox', 'bbox-crs', 'crs', 'datetime'])

function filterOf(query: URLSearchParams, collection: MockCollection): (feature: Feature) => boolean {
  const properties = [...query].filter(([name]) => !own.has(name))
  const edges = query.get('bbox')?.split(',').map(Number)
  const to84 = known[crsOf('bbox-crs', query, collection)]?.to84
  const box = edges && to84 && [...to84(edges.slice(0, edges.length / 2)), ...to84(edges.slice(edges.length / 2))]
  if (edges && ![4, 6].includes(edges.length))
    throw new Refusal(400, 'InvalidParameterValue', 'bbox has 4 or 6 numbers')
  const datetime = query.get('datetime')
  return (feature) =>
    (!box || meetsBox(feature, box)) &&
    (datetime === null || meetsTime(feature.properties?.[collection.timeProperty ?? ''], datetime)) &&
    properties.every(([name, value]) => String(feature.properties?.[name]) === value)
}
