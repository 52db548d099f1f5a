import {
  asText,
  expectRecord,
  isRecord,
  malformed,
  pageLinks,
  type Received,
  readLinks,
  readRecord,
  skipped,
  withoutNulls
} from '@geoclients/client-core'
import type { Collection, CollectionList } from '../generated/types.ts'
import type { Feature, FeaturePage } from '../types/features.ts'

/** Reads the list of collections. Leaves out entries without an id. Missing `links` become an empty list. */
export function readCollections(received: Received): CollectionList {
  const body = readRecord(received, 'a list of collections')
  const { collections } = body
  if (!Array.isArray(collections)) throw malformed(received, 'an object with the array "collections"', collections)
  const read = collections.flatMap((one) => collectionOf(one) ?? skipped(received, 'a collection without an id'))
  return { ...body, ...crsOf(body), collections: read, links: readLinks(body.links) }
}

/** The listed coordinate systems, without entries that are not strings. A server may send one system without a list. */
function crsOf({ crs }: Readonly<Record<string, unknown>>): { readonly crs?: string[] } {
  return crs === undefined ? {} : { crs: [crs].flat().filter((one) => typeof one === 'string') }
}

export function readCollection(received: Received): Collection {
  const collection = collectionOf(received.body)
  if (!collection) throw malformed(received, 'a collection with an "id"', received.body)
  return collection
}

function collectionOf(given: unknown): Collection | undefined {
  const collection = isRecord(given) ? withoutNulls(given) : {}
  const id = asText(collection.id ?? '')
  // Without an id, no other request can name it.
  return id === '' ? undefined : { ...collection, ...crsOf(collection), id, links: readLinks(collection.links) }
}

/** Reads a page. Leaves out entries that are not Features. Links come from the body or the `Link` header. */
export function readPage<F extends Feature<object>>(received: Received): FeaturePage<F> {
  const body = readRecord(received, 'a FeatureCollection')
  const { features } = body
  if (!Array.isArray(features)) throw malformed(received, 'an object with the array "features"', features)
  const read = features.flatMap((one) => featureOf<F>(one) ?? skipped(received, 'an entry that is not a Feature'))
  return { ...body, type: 'FeatureCollection', features: read, links: pageLinks(body.links, received) }
}

export function readFeature<F extends Feature<object>>(received: Received): F {
  const feature = featureOf<F>(expectRecord(received, 'a Feature'))
  if (!feature) throw malformed(received, 'a Feature', received.body)
  return feature
}

/** Missing geometry or properties become null, because some servers omit what RFC 7946 requires as null. */
function featureOf<F extends Feature<object>>(given: unknown): F | undefined {
  if (!isRecord(given) || given.type !== 'Feature') return undefined
  const { geometry = null, properties = null } = given
  return { ...given, geometry, properties } as F // their types are the caller's responsibility
}
