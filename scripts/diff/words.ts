import { isMap, keysOf, valueAt } from '../contract/nodes.ts'
import type { RawChange } from '../contract/redocly.ts'

const components: Readonly<Record<string, string>> = {
  schemas: 'Schema',
  responses: 'Response',
  parameters: 'Parameter',
  requestBodies: 'Request body',
  headers: 'Header'
}

/** The operation or component of a node, such as `GET /jobs`, and the number of its keys. */
export function subjectOf([room, first = '', second]: readonly string[]): { subject: string; depth: number } {
  if (room === 'paths' && first) {
    return second ? { subject: `${second.toUpperCase()} ${first}`, depth: 3 } : { subject: first, depth: 2 }
  }
  if (room === 'components' && second) return { subject: `${components[first] ?? first} ${second}`, depth: 3 }
  return { subject: 'The API', depth: 0 }
}

/** Describes a change. `document` contains the changed node: the new document, or the old one if the node was removed. */
export function sentence(
  { verdicts = [], kind, property, base, revision }: RawChange,
  keys: string[],
  document: object
): string {
  const place = placeOf(document, keys, subjectOf(keys).depth)
  const said = verdicts.map(({ message }) => message.replace('``', '`none`')).join(' ')
  const unsaid = place.filter((word) => !said.includes(word.replace(/^[^`]*(?=`)/, '')))
  if (said) return at(unsaid, said)
  if (kind === 'modified') return at(place, `\`${property}\` ${became(base?.value, revision?.value)}.`)
  if (place.length > 0) return capital(`${place.join(', ')} was ${kind}.`)
  return kind === 'added' ? 'It is new.' : 'It is gone.'
}

/** The path of a node in words: `response 200`, `field \`size\``. */
function placeOf(document: object, keys: readonly string[], from: number): string[] {
  return keys.slice(from).flatMap((key, index) => {
    const group = keys[from + index - 1] ?? ''
    if (index > 0 && Object.hasOwn(members, group)) {
      const list = valueAt(document, keys.slice(0, from + index))
      const name = Array.isArray(list) ? nameOf(valueAt(list, [key]), group) : undefined
      return [`${members[group]} \`${name ?? key}\``]
    }
    const isGroup = Object.hasOwn(members, key) && from + index + 1 < keys.length
    return isGroup || /^(schema|schemas|servers|\d+)$/.test(key) ? [] : [`\`${key}\``]
  })
}

/** The words for the members of these keys. */
const members: Readonly<Record<string, string>> = {
  parameters: 'parameter',
  responses: 'response',
  properties: 'field',
  content: 'content',
  headers: 'header',
  security: 'security',
  oneOf: 'variant',
  anyOf: 'variant',
  allOf: 'part'
}

/** The name of a list item, which has no key. */
function nameOf(node: unknown, group: string): string | undefined {
  if (!isMap(node)) return undefined
  if (group === 'security') return Object.keys(node).join(' + ') || 'none'
  if (typeof node.$ref === 'string') return keysOf(node.$ref).at(-1)
  return typeof node.name === 'string' ? node.name : undefined
}

const at = (place: readonly string[], text: string): string =>
  place.length > 0 ? `${capital(place.join(', '))}: ${text}` : text

function became(before: unknown, after: unknown): string {
  const isText = (value: unknown): boolean => typeof value === 'string' && /\s/.test(value)
  if (isText(before) || isText(after)) return 'was reworded'
  if (before === undefined) return `was set to ${JSON.stringify(after)}`
  if (after === undefined) return `is no longer set; it was ${JSON.stringify(before)}`
  return `changed from ${JSON.stringify(before)} to ${JSON.stringify(after)}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
