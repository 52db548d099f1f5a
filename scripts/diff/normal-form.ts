import { rearrange } from '../contract/arrange.ts'
import { isMap, mapOf } from '../contract/nodes.ts'

type Node = Record<string, unknown>

/**
 * The same contract in normal form. Lists of required fields are sorted. Parameters of a path and security of the whole API are
 * copied to each operation.
 */
export function normalForm(document: object): Node {
  // A copy, so it may be changed.
  const { security, ...normal } = rearrange(document, (keywords) =>
    keywords.map(([key, value]) =>
      key === 'required' && Array.isArray(value) ? [key, value.toSorted()] : [key, value]
    )
  )
  for (const path of Object.values(mapOf(normal.paths)).filter(isMap)) {
    const operations = Object.values(path).filter(isMap)
    for (const operation of operations) if (isMap(operation.responses)) inherit(operation, path.parameters, security)
    delete path.parameters
  }
  return normal
}

function inherit(operation: Node, pathParameters: unknown, security: unknown): void {
  const own = listOf(operation.parameters)
  const names = own.map(nameOf)
  const parameters = [...listOf(pathParameters).filter((one) => !names.includes(nameOf(one))), ...own]
  if (parameters.length > 0) operation.parameters = parameters
  const ways = listOf(operation.security ?? security).map((way) => JSON.stringify(way))
  // An empty list means the same as an empty requirement.
  operation.security = ways.length > 0 ? ways.sort().map((way) => JSON.parse(way)) : [{}]
}

/** The identity of a parameter. An operation's parameter replaces the path's one with the same identity. */
function nameOf(parameter: unknown): string {
  const { $ref, in: place, name } = mapOf(parameter)
  return typeof $ref === 'string' ? $ref : `${place} ${name}`
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
