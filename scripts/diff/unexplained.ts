import { isDeepStrictEqual } from 'node:util'
import { isMap } from '../openapi-keys.ts'
import type { Change } from './changes.ts'
import { exportedTypes } from './exported-types.ts'

/**
 * What must have changed although no change that was found says so. It counts as breaking until somebody has looked.
 *
 * @param before and `after` are in normal form.
 */
export async function unexplained(before: object, after: object, found: readonly Change[]): Promise<Change[]> {
  if (found.some(({ rating }) => rating !== 'cosmetic')) return []
  const change = (text: string): Change[] => [{ rating: 'breaking', subject: 'The API', text }]
  const [old, now] = await Promise.all([exportedTypes(before), exportedTypes(after)])
  if (old !== now) return change('The generated types differ, and no change that was found says why. Compare them.')
  if (found.length > 0 || isDeepStrictEqual(unordered(before), unordered(after))) return []
  return change('The contracts differ, and no change was found. Compare them.')
}

/** The same document with its lists sorted, but for those whose order means something. */
function unordered(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(unordered).sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1))
  if (!isMap(node)) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, inOrder.includes(key) ? value : unordered(value)])
  )
}

const inOrder = ['prefixItems', 'default', 'const', 'example', 'examples']

const textOf = (value: unknown): string => JSON.stringify(value) ?? ''
