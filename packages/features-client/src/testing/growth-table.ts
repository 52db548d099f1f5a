import type { Received } from '@geoclients/client-core'
import { type Reader, reader } from '../../../client-core/src/testing/growth.ts'
import { makeFeaturesError } from '../errors/features-error.ts'
import { readCollections, readPage } from '../response/readers.ts'
import { collectionAt } from '../utils/collection-at.ts'

const list = <T>(size: number, item: (i: number) => T): T[] => Array.from({ length: size }, (_, i) => item(i))
const response = new Response()
const received = (body: unknown): Received => ({
  body,
  response: {
    ...{ method: 'GET', url: 'https://features.example/', status: 200, ok: true, headers: response.headers, response },
    bytes: new Uint8Array(0)
  },
  error: makeFeaturesError
})

/** All readers of responses of an OGC API - Features server. */
export const readers: readonly Reader[] = [
  reader(
    'collections',
    5_000,
    (size) => received({ collections: list(size, (i) => ({ id: `c${i}` })) }),
    readCollections
  ),
  reader(
    'collections without ids',
    5_000,
    (size) => received({ collections: list(size, () => ({})) }),
    readCollections
  ),
  reader(
    'a collection with many coordinate systems',
    20_000,
    (size) => received({ collections: [{ id: 'c', crs: list(size, String) }] }),
    readCollections
  ),
  reader('a page', 5_000, (size) => received({ features: list(size, () => ({ type: 'Feature' })) }), readPage),
  reader('a page of what is no feature', 5_000, (size) => received({ features: list(size, String) }), readPage),
  reader(
    'a page with many links',
    20_000,
    (size) => received({ features: [], links: list(size, (i) => ({ href: `h${i}`, rel: 'next' })) }),
    readPage
  ),
  ...['/', '/collections/', '%41', '/items'].map((text) =>
    reader(
      `the address of a collection, of ${text}`,
      20_000,
      (size) => `https://a.example/${text.repeat(size)}`,
      (url) => {
        try {
          return collectionAt(url)
        } catch {
          return undefined
        }
      }
    )
  )
]
