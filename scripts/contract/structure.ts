import { byKey, rearrange } from './openapi-keys.ts'

/**
 * Reduces an OpenAPI document to its structure: without texts, examples, servers and extensions, with sorted keys. A pure and
 * idempotent function.
 *
 * Of `info` only the version is kept. Titles are removed too, because no type is generated from them. OpenAPI requires a title of
 * the document and a description of each response; the overlay adds them.
 */
export function reduceToStructure(document: object): Record<string, unknown> {
  return rearrange(document, (keywords) =>
    keywords.filter(([key]) => !dropped.has(key) && !key.startsWith('x-')).sort(byKey)
  )
}

const dropped = new Set(
  `$comment contact description example examples externalDocs license servers summary termsOfService title`.split(' ')
)
