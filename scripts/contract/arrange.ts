import { stringify } from 'yaml'
import { isMap } from './nodes.ts'

type Entry = readonly [key: string, value: unknown]

/**
 * Rebuilds an OpenAPI document. `arrange` orders and filters the keywords of each object. Maps from names, such as paths and
 * properties, and values, such as defaults, are sorted by key. Lists keep their order.
 *
 * The difference matters: `title` is a keyword of a schema, but may also be the name of a field.
 */
export function rearrange(document: object, arrange: (keywords: Entry[]) => Entry[]): Record<string, unknown> {
  const keywords = (node: object): Record<string, unknown> =>
    build(arrange(Object.entries(node)), (value, key) => {
      if (valueKeys.has(key)) return sortKeys(value)
      return nameMaps.has(key) && isMap(value) ? names(key, value) : other(value)
    })
  const names = (kind: string, node: object): Record<string, unknown> =>
    // A callback is a map from expressions to path items.
    build(Object.entries(node).sort(byKey), (value) =>
      kind === 'callbacks' && isMap(value) ? names('paths', value) : other(value)
    )
  const other = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(other) : isMap(value) ? keywords(value) : value
  return keywords(document)
}

/**
 * Reduces an OpenAPI document to its structure: without texts, examples, servers and extensions, with sorted keys. A pure and
 * idempotent function.
 *
 * Of `info` only the version is kept. Titles are removed too, because no type is generated from them. OpenAPI requires a title of
 * the document and a description of each response; the overlay adds them.
 */
export function reduceToStructure(document: object): Record<string, unknown> {
  return rearrange(document, (keywords) =>
    keywords.filter(([key]) => !texts.has(key) && !key.startsWith('x-')).sort(byKey)
  )
}

/** An OpenAPI document as YAML, in a readable order that does not depend on the order of the document. */
export function contractText(document: object): string {
  const ordered = rearrange(document, (keywords) => keywords.sort((a, b) => rank(a[0]) - rank(b[0]) || byKey(a, b)))
  return stringify(ordered, { aliasDuplicateObjects: false, lineWidth: 120, singleQuote: true })
}

// These keywords contain maps from names. The parameters of an operation are a list instead.
const nameMaps = new Set(
  `$defs callbacks content definitions dependentSchemas encoding headers links parameters pathItems paths patternProperties
  properties requestBodies responses schemas securitySchemes variables webhooks`.split(/\s+/)
)

// These may contain any value.
const valueKeys = new Set(
  'const default dependentRequired enum example examples mapping scopes security value'.split(' ')
)

// What a structure does without.
const texts = new Set(
  `$comment contact description example examples externalDocs license servers summary termsOfService title`.split(' ')
)

// Names and texts come first in YAML, then their content. Other keys follow in alphabetical order.
const first =
  `openapi info servers operationId x-safe title version url name in tags summary description license security
  $ref type const enum format required headers content`.split(/\s+/)
const last = 'paths components'.split(' ')

function rank(key: string): number {
  return first.includes(key) ? first.indexOf(key) : first.length + last.indexOf(key) + 1
}

/** The same value with the keys of every map sorted. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  return isMap(value) ? build(Object.entries(value).sort(byKey), sortKeys) : value
}

function byKey([a]: Entry, [b]: Entry): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function build(entries: Entry[], change: (value: unknown, key: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value, key)]))
}
