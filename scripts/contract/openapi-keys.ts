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

// These keywords contain maps from names. The parameters of an operation are a list instead.
const nameMaps = new Set(
  `$defs callbacks content definitions dependentSchemas encoding headers links parameters pathItems paths patternProperties
  properties requestBodies responses schemas securitySchemes variables webhooks`.split(/\s+/)
)

// These may contain any value.
const valueKeys = new Set(
  'const default dependentRequired enum example examples mapping scopes security value'.split(' ')
)

/** The same value with the keys of every map sorted. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  return isMap(value) ? build(Object.entries(value).sort(byKey), sortKeys) : value
}

export function byKey([a]: Entry, [b]: Entry): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function build(entries: Entry[], change: (value: unknown, key: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value, key)]))
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
