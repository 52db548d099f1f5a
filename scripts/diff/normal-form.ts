import { isMap, rearrange } from '../openapi-keys.ts'

/**
 * The same contract without what says nothing: lists of required fields are sorted, and the parameters of a path stand at
 * each of its operations. Security is left out, because it is inherited: security.ts compares it.
 */
export function normalForm(document: object): Record<string, unknown> {
  const { paths, ...rest } = rearrange(document, (keywords) =>
    keywords
      .filter(([key]) => key !== 'security')
      .map(([key, value]) => (key === 'required' && Array.isArray(value) ? [key, value.toSorted()] : [key, value]))
  )
  if (!isMap(paths)) return { ...rest, paths }
  return { ...rest, paths: mapValues(paths, (path) => (isMap(path) ? withParametersBelow(path) : path)) }
}

function withParametersBelow({ parameters: shared, ...path }: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(shared)) return path
  return mapValues(path, (operation) => {
    if (!isMap(operation) || !isMap(operation.responses)) return operation
    const own = Array.isArray(operation.parameters) ? operation.parameters : []
    const names = own.map(nameOf)
    return { ...operation, parameters: [...shared.filter((one) => !names.includes(nameOf(one))), ...own] }
  })
}

/** What an operation's parameter must share with the path's to stand in its place. */
function nameOf(parameter: unknown): string {
  if (!isMap(parameter)) return ''
  return typeof parameter.$ref === 'string' ? parameter.$ref : `${parameter.in} ${parameter.name}`
}

function mapValues(map: object, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]))
}
