import type { MockOperation, MockParameter, MockSchema } from './mock-data.ts'

/** What of a query is not as the contract says, in one sentence; undefined where all is. Names that it does not have are wrong, too. */
export function queryViolation(
  query: URLSearchParams,
  { query: known }: Pick<MockOperation, 'query'>,
  alsoKnown: (name: string) => boolean = () => false
): string | undefined {
  const unknown = [...query.keys()].find((name) => !Object.hasOwn(known, name) && !alsoKnown(name))
  if (unknown !== undefined) return `there is no parameter ${unknown}`
  for (const [name, parameter] of Object.entries(known)) {
    const given = query.getAll(name)
    if (given.length === 0 && parameter.required) return `the parameter ${name} is missing`
    const expected = given.length > 0 ? expectedInstead(given, parameter) : undefined
    if (expected) return `the parameter ${name} must be ${expected}`
  }
  return undefined
}

function expectedInstead(given: readonly string[], { schema, join }: MockParameter): string | undefined {
  if (schema.type !== 'array') return given.length > 1 ? 'given once' : schemaViolation(given[0] ?? '', schema)
  const items = join === undefined ? given : given.flatMap((one) => one.split(join))
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema
  if (items.length < minItems || items.length > maxItems) return `a list of ${minItems} to ${maxItems} items`
  const wrong = items.map((item) => schemaViolation(item, schema.items ?? {})).find((one) => one !== undefined)
  return wrong && `a list, each item ${wrong}`
}

function schemaViolation(text: string, schema: MockSchema): string | undefined {
  if (schema.enum && !schema.enum.map(String).includes(text)) return `one of ${schema.enum.join(', ')}`
  if (schema.type === 'boolean' && !['true', 'false'].includes(text)) return 'true or false'
  if (text.length < (schema.minLength ?? 0)) return `at least ${schema.minLength} characters long`
  if (schema.type !== 'integer' && schema.type !== 'number') return undefined
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema
  const value = text.trim() === '' ? Number.NaN : Number(text)
  const isKind = schema.type === 'integer' ? Number.isInteger(value) : Number.isFinite(value)
  if (isKind && value >= minimum && value <= maximum) return undefined
  const kind = schema.type === 'integer' ? 'a whole number' : 'a number'
  return [kind, schema.minimum !== undefined && `from ${minimum}`, schema.maximum !== undefined && `to ${maximum}`]
    .filter(Boolean)
    .join(' ')
}
