import type { NodeChange } from './node.ts'
import { placeOf } from './place.ts'

const components: Readonly<Record<string, string>> = {
  schemas: 'Schema',
  responses: 'Response',
  parameters: 'Parameter',
  requestBodies: 'Request body',
  headers: 'Header',
  securitySchemes: 'Security scheme'
}

export interface Subject {
  /** What a reader looks for: `GET /jobs`, `Schema Job`, `The API`. */
  readonly subject: string
  /** How many keys of the change's place lead to it. */
  readonly depth: number
}

/** The operation or component that a node belongs to. */
export function subjectOf([room, first = '', second]: readonly string[]): Subject {
  if (room === 'paths' && second && second !== 'parameters') {
    return { subject: `${second.toUpperCase()} ${first}`, depth: 3 }
  }
  if (room === 'paths' && first) return { subject: first, depth: 2 }
  if (room === 'components' && second) return { subject: `${components[first] ?? first} ${second}`, depth: 3 }
  return { subject: 'The API', depth: 0 }
}

/** Says what changed. `document` is the one that has the changed node: the new one, unless the node was removed. */
export function sentence({ raw, kind: node, keys }: NodeChange, document: object): string {
  const { verdicts = [], kind, property, base, revision } = raw
  const place = placeOf(document, keys, subjectOf(keys).depth)
  if (verdicts.length > 0) {
    const said = verdicts.map(({ message }) => message).join(' ')
    return at(unsaid(place, said), said)
  }
  if (node === 'path' && property === 'key') return `The path was \`${base?.value}\`.`
  if (kind === 'modified' && property !== undefined) {
    return at(place, `\`${property}\` ${became(base?.value, revision?.value)}.`)
  }
  if (place.length === 0) return whole[kind]
  return `${capital(place.join(', '))} ${/^the .*s$/.test(place.at(-1) ?? '') ? 'were' : 'was'} ${kind}.`
}

const whole = { added: 'It is new.', removed: 'It is gone.', modified: 'It changed.' } as const

/** The place as far as the text does not name it. */
function unsaid(place: readonly string[], text: string): string[] {
  const name = (word: string): string => `\`${word.replace(/^[^`]*`|`$/g, '').replace(/^response /, '')}\``
  return place.filter((word) => !text.includes(name(word)))
}

const at = (place: readonly string[], text: string): string =>
  place.length > 0 ? `${capital(place.join(', '))}: ${text}` : text

function became(before: unknown, after: unknown): string {
  if (isText(before) || isText(after)) return 'was reworded'
  if (before === undefined) return `was set to ${JSON.stringify(after)}`
  if (after === undefined) return `is no longer set; it was ${JSON.stringify(before)}`
  return `changed from ${JSON.stringify(before)} to ${JSON.stringify(after)}`
}

const isText = (value: unknown): boolean => typeof value === 'string' && /\s/.test(value)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
