import { escaped } from './compile.ts'
import type { TypeSchema } from './types.ts'

/**
 * Compiles a schema with names that a server chose. Each name that is not a plain identifier is replaced by a unique one, and
 * put back as a quoted name afterwards. So no name can become code or reach a prototype.
 */
export async function withSafeNames(
  schema: TypeSchema,
  compile: (schema: TypeSchema) => Promise<string>
): Promise<string> {
  const mark = unusedMark(JSON.stringify(schema))
  const names: string[] = []
  const rename = (name: string): string => {
    if (isPlain(name)) return name
    const known = names.indexOf(name)
    const index = known < 0 ? names.push(name) - 1 : known
    return `${mark}${index}_`
  }
  const text = await compile(renamed(schema, rename))
  return text.replaceAll(new RegExp(`${mark}(\\d+)_`, 'g'), (_, index) => quoted(names[Number(index)] ?? ''))
}

/** Whether a name is plain. Names of built-in members are not, because libraries may look them up. */
function isPlain(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(name) && !(name in {}) && name !== 'prototype'
}

function renamed(schema: TypeSchema, rename: (name: string) => string): TypeSchema {
  const again = (inner: TypeSchema): TypeSchema => renamed(inner, rename)
  const { properties, required, additionalProperties, items, additionalItems, allOf, anyOf, definitions } = schema
  return {
    ...schema,
    ...(properties && { properties: mapEntries(properties, rename, again) }),
    ...(required && { required: required.map(rename) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: again(additionalProperties) }),
    ...(items && { items: Array.isArray(items) ? items.map(again) : again(items) }),
    ...(typeof additionalItems === 'object' && { additionalItems: again(additionalItems) }),
    ...(allOf && { allOf: allOf.map(again) }),
    ...(anyOf && { anyOf: anyOf.map(again) }),
    ...(definitions && { definitions: mapEntries(definitions, (name) => name, again) })
  }
}

function mapEntries(
  record: { [name: string]: TypeSchema },
  rename: (name: string) => string,
  map: (schema: TypeSchema) => TypeSchema
): { [name: string]: TypeSchema } {
  return Object.fromEntries(Object.entries(record).map(([name, schema]) => [rename(name), map(schema)]))
}

function unusedMark(text: string): string {
  let mark = 'name_'
  for (let count = 0; text.includes(mark); count++) mark = `name${count}_`
  return mark
}

/** A string literal with escaped invisible characters. */
function quoted(name: string): string {
  const text = JSON.stringify(name).replace(/[\p{Cf}\p{Co}\u2028\u2029]/gu, escaped)
  return `'${text.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}
