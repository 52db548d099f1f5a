/** A map of an OpenAPI document. */
export type ContractNode = Readonly<Record<string, unknown>>

export function isMap(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** The value as a map; an empty one where it is none. */
export const mapOf = (node: unknown): ContractNode => (isMap(node) ? node : {})

/** The keys of a JSON pointer, with or without the `#` before it. */
export const keysOf = (pointer: string): string[] =>
  pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

/** The value at a path of keys; undefined if there is none. */
export const valueAt = (document: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((node, key) => {
    const own = typeof node === 'object' && node !== null && Object.hasOwn(node, key)
    return own ? (node as ContractNode)[key] : undefined
  }, document)

/** What a node is, or refers to within the document. */
export function follow(document: ContractNode, node: unknown): unknown {
  const { $ref } = mapOf(node)
  if (typeof $ref !== 'string' || !$ref.startsWith('#/')) return node
  return follow(document, valueAt(document, keysOf(decodeURIComponent($ref))))
}
