import type { ProcessDescription } from '@geoclients/ogc-client'
import { inputSchema, outputSchema, type ResolveReference } from '@geoclients/ogc-client/schema'
import { compileInterface } from './compile.ts'
import { Definitions } from './definitions.ts'
import { comment } from './doc-text.ts'
import { withSafeNames } from './safe-names.ts'
import type { TypeSchema } from './types.ts'

export interface TypegenOptions {
  /** Name of the interface. Default `Processes`. */
  readonly name?: string | undefined
  /** The source of the types, for the first line: `npx geoclients ogc types --url https://example.com/ogc`. */
  readonly source?: string | undefined
  /**
   * Returns the document for a remote `$ref`, as parsed JSON; see `loadReferences`. Default: bounding boxes, links and GeoJSON
   * of OGC and geojson.org are known, and any other remote reference is `unknown`. Nothing is fetched.
   */
  readonly resolve?: ResolveReference | undefined
}

/**
 * Generates TypeScript for the processes of a server from their descriptions (18-062r2, 7.10): one interface for
 * `new OgcClient<Processes>(…)` with a member for each process, sorted by id, and the types that it refers to.
 *
 * - The same descriptions always give the same text.
 * - The text contains only types and comments, whatever a description contains.
 * - If two descriptions have the same id, the first one is used.
 * - If the schemas of a process cannot be converted, it accepts and returns any values.
 *
 * Rejects with a `TypeError` if `name` is not an identifier or `descriptions` contains anything but process descriptions.
 *
 * @example
 * const text = await generateProcessTypes([await ogc.getProcess('primes_between')])
 * console.log(text.includes('min_val?: number')) // true
 */
export async function generateProcessTypes(
  descriptions: Iterable<ProcessDescription>,
  options: TypegenOptions = {}
): Promise<string> {
  const { name = 'Processes', source, resolve } = options
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) throw new TypeError(`name must be an identifier, got ${JSON.stringify(name)}`)
  const unique = new Map<string, ProcessDescription>()
  for (const description of descriptions) {
    const { id } = (description ?? {}) as { readonly id?: unknown }
    if (typeof id !== 'string')
      throw new TypeError(`descriptions must be processes with a string id, got ${String(id)}`)
    if (!unique.has(id)) unique.set(id, description)
  }
  const sorted = [...unique.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const body = await interfaceOf(sorted, name, resolve)
  return `${headOf(source)}\n\n${body}`
}

function headOf(source: string | undefined): string {
  const from = source === undefined ? '' : ` by ${comment([source]).replaceAll('\n', ' ')}`
  return `/* Made${from} from the descriptions of processes. Do not edit. */`
}

async function interfaceOf(
  descriptions: readonly ProcessDescription[],
  name: string,
  resolve: ResolveReference | undefined
): Promise<string> {
  const write = (described: readonly ProcessDescription[]): Promise<string> => {
    const definitions = new Definitions(name)
    const members = described.map(
      (description) => [description.id, typesOf(description, definitions, resolve)] as const
    )
    return withSafeNames(rootOf(members, definitions, name), (schema) => compileInterface(schema, name))
  }
  try {
    return await write(descriptions)
  } catch (error) {
    // A schema that cannot be compiled must not affect the types of the others.
    const [only, ...others] = descriptions
    if (only === undefined) throw error
    if (others.length === 0) return write([{ id: only.id, version: only.version }])
    const isGood = await Promise.all(
      descriptions.map((description) =>
        write([description]).then(
          () => true,
          () => false
        )
      )
    )
    return write(descriptions.map((one, i) => (isGood[i] ? one : { id: one.id, version: one.version })))
  }
}

function rootOf(
  members: readonly (readonly [string, TypeSchema])[],
  definitions: Definitions,
  name: string
): TypeSchema {
  return {
    description: `For \`new OgcClient<${name}>({ baseUrl })\`.`,
    type: 'object',
    properties: Object.fromEntries(members),
    required: members.map(([id]) => id),
    additionalProperties: false,
    definitions: definitions.schemas
  }
}

function typesOf(
  description: ProcessDescription,
  definitions: Definitions,
  resolve: ResolveReference | undefined
): TypeSchema {
  const { title, description: words, inputs, outputs } = description
  const anything: TypeSchema = { tsType: '{ [k: string]: unknown }' }
  const isSummary = inputs === undefined && outputs === undefined
  const doc = comment([title, words])
  return {
    ...(doc !== '' && { description: doc }),
    type: 'object',
    properties: {
      inputs: isSummary ? anything : definitions.add(inputSchema(description, { resolve }), 'input'),
      outputs: outputs ? definitions.add(outputSchema(description, { resolve }), 'output') : anything
    },
    required: ['inputs', 'outputs'],
    additionalProperties: false
  }
}
