import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import ts from 'typescript'
import { Failure } from '../command/failure.ts'
import type { Api } from '../registry.ts'

type Handwritten = Api['handwritten']

/** The TypeScript source of the types of an OpenAPI document, without a header. */
export async function openapiTypes(document: object, { contract, handwritten }: Api): Promise<string> {
  const unused = new Set(Object.keys(handwritten))
  const nodes = await openapiTS(withOpenEnums(document) as OpenAPI3, {
    alphabetize: true,
    // A request field with a default is optional. Fields that a server always sends are `required` in the contract.
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesKeepCasing: true,
    rootTypesNoSchemaPrefix: true,
    silent: true,
    transform: (_schema, { path }) => {
      const name = path?.match(/^#\/components\/schemas\/([^/]+)$/)?.[1]
      if (!name || !Object.hasOwn(handwritten, name)) return undefined
      unused.delete(name)
      return ts.factory.createTypeReferenceNode(localName(name))
    }
  })
  if (unused.size > 0)
    throw new Failure(`${contract} has no schema ${[...unused].join(', ')} to map to a handwritten type`)
  return `${imports(handwritten)}${astToString(nodes).replaceAll(otherRootTypes, '')}`
}

// Only schemas are exported by name, because exports must be kept. The rest can be reached through `components`.
const otherRootTypes = /^export type \w+ = components\['(?!schemas')\w+'\].*\n/gm

/** A copy with `x-open-enum` schemas as plain strings, because a union with `string` would collapse anyway. */
function withOpenEnums(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withOpenEnums)
  if (node === null || typeof node !== 'object') return node
  if ('x-open-enum' in node && node['x-open-enum'] === true) {
    return { type: 'string', ...('description' in node && { description: node.description }) }
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withOpenEnums(value)]))
}

// The file exports each schema under its own name, so the import needs another one.
const localName = (name: string): string => `Handwritten${name}`

function imports(handwritten: Handwritten): string {
  return Object.entries(handwritten)
    .map(([name, module]) => `import type { ${name} as ${localName(name)} } from '${module}'\n`)
    .sort()
    .join('')
}
