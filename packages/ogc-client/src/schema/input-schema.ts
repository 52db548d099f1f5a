import { isRecord } from '@geoclients/client-core'
import type { ProcessDescription } from '../generated/types.ts'
import { SchemaConverter } from './convert/convert-schema.ts'
import { link } from './convert/known-schemas.ts'
import type { ResolveReference } from './convert/references.ts'
import { dialect, type JsonSchema, type RootSchema } from './json-schema.ts'
import { type Occurrence, occurrenceOf } from './occurrence.ts'

export interface SchemaOptions {
  /**
   * Returns the document for a remote `$ref`, as parsed JSON. Default: bounding boxes, links and GeoJSON of OGC and
   * geojson.org are known, and any other remote reference allows any value. Nothing is fetched.
   */
  readonly resolve?: ResolveReference | undefined
}

export interface InputSchemaOptions extends SchemaOptions {
  /** Whether each input may also be a link (`{ href }`), from which the server fetches the value. Default false. */
  readonly links?: boolean | undefined
}

/** One input of a process, read from its description. */
export interface DescribedInput extends Occurrence {
  readonly id: string
  readonly isRequired: boolean
  /** The schema of one value. */
  readonly schema: JsonSchema
}

/** The inputs of a process in the order of its description. */
export function describedInputs(
  { inputs }: Pick<ProcessDescription, 'inputs'>,
  converter: SchemaConverter
): DescribedInput[] {
  return records(inputs).map(([id, input]) => {
    const schema = { ...converter.convert(input.schema), ...wordsOf(input) }
    const occurrence = occurrenceOf(input)
    return { id, ...occurrence, schema, isRequired: occurrence.minOccurs > 0 && schema.default === undefined }
  })
}

/**
 * One JSON Schema 2020-12 for all inputs of a process, for forms, editors and agents: an object with a property for
 * each input (18-062r2, 7.10).
 *
 * - An input that must be given and has no default is `required`. An input that may occur more than once is an array.
 * - OpenAPI 3.0 and 3.1 and older drafts are translated, and local references are moved to `$defs`.
 * - An input without a `schema` accepts any value.
 *
 * @example
 * const schema = inputSchema(await ogc.getProcess('primes_between'))
 * console.log(Object.keys(schema.properties)) // ['min_val', 'max_val']
 */
export function inputSchema(description: ProcessDescription, options: InputSchemaOptions = {}): RootSchema {
  const converter = new SchemaConverter(description, options.resolve)
  const described = describedInputs(description, converter)
  const required = described.filter(({ isRequired }) => isRequired).map(({ id }) => id)
  const properties = described.map((input) => [input.id, options.links ? orLink(input) : listOf(input)] as const)
  return root(description, Object.fromEntries(properties), required, converter)
}

/**
 * One JSON Schema 2020-12 for all outputs of a process: an object with a property for each output, all of them
 * required.
 *
 * @example
 * const schema = outputSchema(await ogc.getProcess('primes_between'))
 * console.log(schema.properties.return_value?.type) // array
 */
export function outputSchema(description: ProcessDescription, options: SchemaOptions = {}): RootSchema {
  const converter = new SchemaConverter(description, options.resolve)
  const outputs = records(description.outputs).map(
    ([id, output]) => [id, { ...converter.convert(output.schema), ...wordsOf(output) }] as const
  )
  const required = outputs.map(([id]) => id)
  return root(description, Object.fromEntries(outputs), required, converter)
}

function root(
  description: ProcessDescription,
  properties: { [id: string]: JsonSchema },
  required: string[],
  converter: SchemaConverter
): RootSchema {
  return {
    $schema: dialect,
    ...wordsOf(description),
    type: 'object',
    properties,
    ...(required.length > 0 && { required }),
    additionalProperties: false,
    ...converter.definitions
  }
}

/** The schema of an input that may occur more than once: an array of values. The default is a single value. */
function listOf({ schema, minOccurs, maxOccurs }: DescribedInput): JsonSchema {
  if (maxOccurs === 1) return schema
  const { title, description, default: fallback, ...items } = schema
  return {
    ...words(title, description),
    ...(fallback !== undefined && { default: [fallback] }),
    type: 'array',
    items,
    ...(minOccurs > 0 && { minItems: minOccurs }),
    ...(maxOccurs !== undefined && { maxItems: maxOccurs })
  }
}

function orLink(input: DescribedInput): JsonSchema {
  const { title, description, default: fallback, ...own } = listOf({ ...input, maxOccurs: 1 })
  const either: JsonSchema = { ...words(title, description), anyOf: [own, link] }
  return listOf({ ...input, schema: fallback === undefined ? either : { ...either, default: fallback } })
}

function wordsOf({ title, description }: { readonly title?: unknown; readonly description?: unknown }): JsonSchema {
  return words(title, description)
}

function words(title: unknown, description: unknown): JsonSchema {
  return {
    ...(typeof title === 'string' && title !== '' && { title }),
    ...(typeof description === 'string' && description !== '' && { description })
  }
}

function records(described: unknown): [id: string, Readonly<Record<string, unknown>>][] {
  if (!isRecord(described)) return []
  return Object.entries(described).map(([id, one]) => [id, isRecord(one) ? one : {}])
}
