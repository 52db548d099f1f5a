import { isMap, rearrange } from '../contract/openapi-keys.ts'

type Document = Record<string, unknown>

/**
 * The same contract in normal form. Lists of required fields are sorted. Parameters of a path and security of the whole API are
 * copied to each operation.
 */
export function normalForm(document: object): Document {
  const { paths, security, ...rest } = rearrange(document, (keywords) =>
    keywords.map(([key, value]) =>
      key === 'required' && Array.isArray(value) ? [key, value.toSorted()] : [key, value]
    )
  )
  return { ...rest, paths: mapOperations(paths, (operation, path) => withInherited(operation, path, security)) }
}

function withInherited(operation: Document, path: Document, security: unknown): Document {
  const [shared, own] = [listOf(path.parameters), listOf(operation.parameters)]
  const names = own.map(nameOf)
  const parameters = [...shared.filter((one) => !names.includes(nameOf(one))), ...own]
  const ways = listOf(operation.security ?? security).map((way) => JSON.stringify(way))
  return {
    ...operation,
    ...(parameters.length > 0 && { parameters }),
    // An empty list means the same as an empty requirement.
    security: ways.length > 0 ? ways.sort().map((way) => JSON.parse(way)) : [{}]
  }
}

/** The paths of a document with each operation changed, and without parameters at path level. */
function mapOperations(paths: unknown, change: (operation: Document, path: Document) => Document): unknown {
  if (!isMap(paths)) return paths
  return mapValues(paths, (path) => {
    if (!isMap(path)) return path
    const { parameters: _, ...rest } = path
    return mapValues(rest, (one) => (isMap(one) && isMap(one.responses) ? change(one, path) : one))
  })
}

/** The identity of a parameter. An operation's parameter replaces the path's one with the same identity. */
function nameOf(parameter: unknown): string {
  if (!isMap(parameter)) return ''
  return typeof parameter.$ref === 'string' ? parameter.$ref : `${parameter.in} ${parameter.name}`
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function mapValues(map: object, change: (value: unknown) => unknown): Document {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]))
}
