import type { JsonSchema, JsonType } from '@geoclients/ogc-client/schema'

/** Keywords that affect the type of a value. */
const structural = [
  ...([
    '$ref',
    'type',
    'enum',
    'const',
    'properties',
    'required',
    'additionalProperties',
    'patternProperties'
  ] as const),
  ...(['items', 'prefixItems', 'minItems', 'maxItems', 'allOf', 'anyOf', 'oneOf', 'not'] as const)
]
const combining = ['$ref', 'allOf', 'anyOf', 'oneOf', 'enum', 'const'] as const

/** Whether a schema says nothing about the type of its values. */
export function isEmptyShape(schema: JsonSchema): boolean {
  return !structural.some((key) => key in schema && (key !== 'not' || Object.keys(schema.not ?? {}).length === 0))
}

/** The alternatives of a schema with `oneOf` or `anyOf`, each merged with the other keywords; undefined if there are none. */
export function alternativesOf(schema: JsonSchema): JsonSchema[] | undefined {
  const { oneOf, ...beside } = schema
  if (oneOf) return withEach(beside, oneOf)
  const { anyOf, ...plain } = schema
  return anyOf ? withEach(plain, anyOf) : undefined
}

function withEach(base: JsonSchema, forms: readonly JsonSchema[]): JsonSchema[] {
  if (isEmptyShape(base)) return [...forms]
  return forms.map((form) => mergeShapes(base, form) ?? { allOf: [base, form] })
}

/** Merges two schemas that must both hold; undefined if that needs an intersection type. */
export function mergeShapes(a: JsonSchema, b: JsonSchema): JsonSchema | undefined {
  if (isEmptyShape(a)) return b
  if (isEmptyShape(b)) return a
  if (combining.some((key) => key in a || key in b)) return undefined
  const type = common(a.type, b.type)
  if (type === null) return { not: {} }
  const required = [...new Set([...(a.required ?? []), ...(b.required ?? [])])]
  const properties = mergeProperties(a.properties, b.properties)
  return {
    ...a,
    ...b,
    ...(type !== undefined && { type }),
    ...(required.length > 0 && { required }),
    ...(properties && { properties })
  }
}

/** The common types of two schemas; `null` if there are none. */
function common(a: JsonSchema['type'], b: JsonSchema['type']): JsonType | JsonType[] | undefined | null {
  if (a === undefined || b === undefined) return a ?? b
  const inB = [b].flat()
  const both = [a].flat().flatMap((type): JsonType[] => {
    if (inB.includes(type)) return [type]
    const isWhole = (type === 'integer' && inB.includes('number')) || (type === 'number' && inB.includes('integer'))
    return isWhole ? ['integer'] : []
  })
  const [only, ...others] = both
  return only === undefined ? null : others.length === 0 ? only : both
}

function mergeProperties(
  a: JsonSchema['properties'],
  b: JsonSchema['properties']
): JsonSchema['properties'] | undefined {
  if (!a || !b) return a ?? b
  const merged = Object.entries(b).map(([name, schema]) => {
    const other = Object.hasOwn(a, name) ? a[name] : undefined
    return [name, other ? { allOf: [other, schema] } : schema] as const
  })
  return { ...a, ...Object.fromEntries(merged) }
}
