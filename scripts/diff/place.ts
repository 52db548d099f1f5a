import { isMap } from '../openapi-keys.ts'
import { keysOf, valueAt } from './pointer.ts'

/**
 * The way from an operation or component to a node in it, in words: `response 200`, `field \`size\``. What only groups or
 * combines others has no word.
 *
 * @param document the document that has the node.
 * @param keys of the whole way from the document's root.
 * @param from how many of them lead to the operation or component.
 */
export function placeOf(document: object, keys: readonly string[], from: number): string[] {
  const words: string[] = []
  for (let i = from; i < keys.length; i++) {
    const [key = '', name] = [keys[i], keys[i + 1]]
    const group = groups[key]
    if (!group) words.push(...single(key))
    else if (name === undefined) words.push(group.itself)
    else words.push(group.member(name, valueAt(document, keys.slice(0, ++i + 1))))
  }
  return words
}

/** Keys whose members have a name, or a place in a list. */
const groups: Readonly<Record<string, { itself: string; member: (name: string, node: unknown) => string }>> = {
  parameters: { itself: 'the parameters', member: (_, node) => parameter(node) },
  responses: { itself: 'the responses', member: (status) => `response ${status}` },
  properties: { itself: 'the fields', member: (name) => `field \`${name}\`` },
  content: { itself: 'the content', member: (type) => type },
  headers: { itself: 'the headers', member: (name) => `header \`${name}\`` },
  servers: { itself: 'the servers', member: () => 'the server' },
  oneOf: { itself: 'the variants', member: (index, node) => `variant ${alternative(index, node)}` },
  anyOf: { itself: 'the variants', member: (index, node) => `variant ${alternative(index, node)}` },
  allOf: { itself: 'the parts', member: (index, node) => `part ${alternative(index, node)}` },
  tags: { itself: 'the tags', member: (_, node) => `tag ${nameOf(node)}` }
}

function single(key: string): string[] {
  if (key === 'requestBody') return ['the request body']
  if (key === 'items') return ['the items']
  return /^\d+$|^(schema|components|schemas)$/.test(key) ? [] : [`\`${key}\``]
}

function alternative(index: string, node: unknown): string {
  return isMap(node) && typeof node.$ref === 'string' ? `\`${keysOf(node.$ref).at(-1)}\`` : String(Number(index) + 1)
}

function parameter(node: unknown): string {
  if (!isMap(node)) return 'a parameter'
  return typeof node.$ref === 'string'
    ? `parameter \`${keysOf(node.$ref).at(-1)}\``
    : `${node.in} parameter \`${node.name}\``
}

function nameOf(node: unknown): string {
  return `\`${isMap(node) ? node.name : node}\``
}
