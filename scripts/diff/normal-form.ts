import { isMap, rearrange } from '../openapi-keys.ts'

type Document = Record<string, unknown>

/**
 * The same contract without what says nothing. Lists of required fields are sorted. What a path or the whole API says for
 * its operations stands at each of them: parameters, and security.
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
    // An empty list asks for nothing, as an empty requirement does.
    security: ways.length > 0 ? ways.sort().map((way) => JSON.parse(way)) : [{}]
  }
}

/** The paths of a document with each operation changed, and without the parameters that hold for all of a path. */
function mapOperations(paths: unknown, change: (operation: Document, path: Document) => Document): unknown {
  if (!isMap(paths)) return paths
  return mapValues(paths, (path) => {
    if (!isMap(path)) return path
    const { parameters: _, ...rest } = path
    return mapValues(rest, (one) => (isMap(one) && isMap(one.responses) ? change(one, path) : one))
  })
}

/** What an operation's parameter must share with the path's to stand in its place. */
function nameOf(parameter: unknown): string {
  if (!isMap(parameter)) return ''
  return typeof parameter.$ref === 'string' ? parameter.$ref : `${parameter.in} ${parameter.name}`
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function mapValues(map: object, change: (value: unknown) => unknown): Document {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]))
}
