import { byKey, rearrange } from './openapi-keys.ts'

/**
 * What an OpenAPI document says about the wire, and no more: without texts, examples, servers and extensions, with sorted
 * keys. A pure function; reducing twice is reducing once.
 *
 * Of `info` only the version stays. No type is made from a title, so titles go, too, though OpenAPI wants one of the whole
 * document, as it wants a description of each answer: the overlay gives ours.
 */
export function reduceToStructure(document: object): Record<string, unknown> {
  return rearrange(document, (keywords) =>
    keywords.filter(([key]) => !dropped.has(key) && !key.startsWith('x-')).sort(byKey)
  )
}

const dropped = new Set(
  `$comment contact description example examples externalDocs license servers summary termsOfService title`.split(' ')
)
