import { isMap } from '../openapi-keys.ts'
import { keysOf, valueAt } from './pointer.ts'

/**
 * The component schemas (by name) that a request can hold, directly or inside others. A schema that is not among them is
 * only ever read.
 */
export function schemasOfRequests(document: object): ReadonlySet<string> {
  const names = new Set<string>()
  const seen = new Set<unknown>()

  function visit(node: unknown): void {
    if (typeof node !== 'object' || node === null || seen.has(node)) return
    seen.add(node)
    if (isMap(node) && typeof node.$ref === 'string') {
      const keys = keysOf(node.$ref)
      const [, kind, name] = keys
      if (kind === 'schemas' && name) names.add(name)
      visit(valueAt(document, keys))
    }
    for (const value of Object.values(node)) visit(value)
  }

  for (const path of Object.values(mapOf(document, 'paths'))) {
    if (!isMap(path)) continue
    visit(path.parameters)
    for (const operation of Object.values(path)) {
      if (!isMap(operation)) continue
      visit(operation.parameters)
      visit(operation.requestBody)
    }
  }
  return names
}

function mapOf(document: object, key: string): Record<string, unknown> {
  const value = valueAt(document, [key])
  return isMap(value) ? value : {}
}
