import { isMap } from '../openapi-keys.ts'
import { keysOf, valueAt } from './pointer.ts'

/**
 * The differ reports a change where its references lead to. Where the reference itself is another one, that is what changed:
 * the way to the node with it, and on from there. Undefined where both documents refer to the same.
 *
 * @param path keys of a node, references resolved.
 */
export function turnOf(path: readonly string[], documents: { before: object; after: object }): string[] | undefined {
  let place: string[] = []
  for (let i = 0; i <= path.length; ) {
    const before = valueAt(documents.before, place)
    const after = valueAt(documents.after, place)
    if (!isMap(before) || !isMap(after)) {
      if (!Array.isArray(before) || !Array.isArray(after)) return undefined
    } else if (before.$ref !== after.$ref) {
      // Items of a list have another place as soon as one came or went before them.
      return isInList(documents.after, place) ? undefined : [...place, ...path.slice(i)]
    } else if (typeof after.$ref === 'string' && (path[i] === '$ref' || !Object.hasOwn(after, path[i] ?? ''))) {
      place = keysOf(after.$ref)
      if (path[i] === '$ref') i++
      continue
    }
    place = [...place, path[i++] ?? '']
  }
  return undefined
}

const isInList = (document: object, place: readonly string[]): boolean =>
  Array.isArray(valueAt(document, place.slice(0, -1)))
