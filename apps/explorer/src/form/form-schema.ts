import type { ProcessDescription } from '@geoclients/ogc-client'
import { inputSchema, type JsonSchema } from '@geoclients/ogc-client/schema'
import type { RJSFSchema, UiSchema } from '@rjsf/utils'
import { texts } from '../texts/en.ts'
import { fieldOf, itemsOf } from './field-kind.ts'

export interface FormSchema {
  readonly schema: RJSFSchema
  readonly ui: UiSchema
  /** Inputs whose value, or each of whose values, is a single field for the library, with its depth. */
  readonly whole: ReadonlyMap<string, number>
}

/** The form of a process: its inputs as one schema, with our own fields. */
export function formSchema(description: ProcessDescription): FormSchema {
  const { title: _, description: __, properties, ...schema } = inputSchema(description)
  const named: Record<string, JsonSchema> = {}
  const ui: Record<string, unknown> = {}
  const whole = new Map<string, number>()
  const own = (value: JsonSchema): object | undefined => {
    const kind = fieldOf(value, schema.$defs)
    return kind && { 'ui:field': kind, 'ui:options': { input: value } }
  }
  for (const [id, property] of Object.entries(properties)) {
    const items = itemsOf(property)
    const ofValue = own(property)
    const ofItems = items && own(items)
    named[id] = { title: id, ...withNames(property) }
    // The library does not see these schemas. It would fill in parts of a value, and restore a cleared default.
    if (items && ofItems) named[id] = { ...named[id], items: bare(items, '') }
    else if (ofValue) named[id] = bare(property, id)
    if (ofItems ?? ofValue) {
      ui[id] = ofItems ? { items: ofItems } : ofValue
      whole.set(id, ofItems ? 2 : 1)
    }
  }
  return { schema: { ...schema, properties: named } as RJSFSchema, ui: { 'ui:order': ['*'], ...ui }, whole }
}

const bare = ({ title, description }: JsonSchema, id: string): JsonSchema => ({
  title: title ?? id,
  ...(description && { description })
})

/** The defaults of our own fields, which the library does not fill in. */
export function ownDefaults(description: ProcessDescription): Readonly<Record<string, unknown>> {
  const { properties, $defs } = inputSchema(description)
  const own = Object.entries(properties).filter(([, one]) => one.default !== undefined && fieldOf(one, $defs))
  return Object.fromEntries(own.map(([id, { default: value }]) => [id, value]))
}

/** Names alternatives that differ by their media type. */
function withNames(schema: JsonSchema): JsonSchema {
  const named = (list: JsonSchema[] | undefined): JsonSchema[] | undefined =>
    list?.map((one) => ({ ...(nameOf(one) && { title: nameOf(one) }), ...one }))
  return {
    ...schema,
    ...(schema.anyOf && { anyOf: named(schema.anyOf) }),
    ...(schema.oneOf && { oneOf: named(schema.oneOf) })
  }
}

function nameOf({ contentMediaType, format, type, required }: JsonSchema): string | undefined {
  if (contentMediaType) return contentMediaType
  if (required?.includes('href')) return texts.form.link
  return format ?? (typeof type === 'string' ? texts.form.types[type] : undefined)
}
