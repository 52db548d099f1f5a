import { isMap } from './openapi-keys.ts'

/** A map of an OpenAPI document. */
export type ContractNode = Readonly<Record<string, unknown>>

/** The value as a map; an empty one where it is none. */
export const mapOf = (node: unknown): ContractNode => (isMap(node) ? node : {})

/** What a node is, or refers to within the document. */
export function follow(document: ContractNode, node: unknown): unknown {
  const { $ref } = mapOf(node)
  if (typeof $ref !== 'string' || !$ref.startsWith('#/')) return node
  const keys = $ref
    .slice(2)
    .split('/')
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))
  return follow(
    document,
    keys.reduce<unknown>((found, key) => mapOf(found)[key], document)
  )
}
