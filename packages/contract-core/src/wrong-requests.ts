import { parse } from 'yaml'
import { readText } from './read-text.ts'

/** A request that the contract takes, of one operation; a test knows what is there. */
export interface ValidRequest {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object
}

/** A request that the contract refuses for the sake of one field. */
export interface WrongRequest {
  /** `getJobs: limit is 0`. */
  readonly title: string
  readonly operationId: string
  readonly field: string
  readonly method: string
  /** Path and query, seen from the base URL. */
  readonly path: string
  readonly body: string | undefined
}

type Node = Readonly<Record<string, unknown>>
type Wrong = readonly [how: string, value: unknown]

/**
 * Makes, of a request of each operation that the contract takes, those that it refuses: without what is required, with a value
 * that is in no enumeration, of another type or beyond a bound. An enumeration marked `x-open-enum` has no unknown value.
 */
export async function wrongRequests(
  documentUrl: URL,
  valid: Readonly<Record<string, ValidRequest>>
): Promise<WrongRequest[]> {
  const document = parse(await readText(documentUrl)) as Node
  const found: WrongRequest[] = []
  for (const [template, item] of Object.entries(map(document.paths))) {
    for (const [method, value] of Object.entries(map(item))) {
      const operation = map(value)
      const { operationId } = operation
      if (typeof operationId !== 'string') continue
      const given = valid[operationId]
      if (!given) throw new Error(`no valid request of ${operationId} is given: add one, wrong ones are made of it`)
      const add = (field: string, how: string, request: ValidRequest): void => {
        const { path, query, body } = { ...given, ...request }
        const search = new URLSearchParams(query).toString()
        found.push({
          ...{ operationId, field, method: method.toUpperCase(), title: `${operationId}: ${field} ${how}` },
          path: fill(template, path) + (search && `?${search}`),
          body: body === undefined ? undefined : JSON.stringify(body)
        })
      }
      for (const one of [map(item).parameters, operation.parameters].flatMap((list) =>
        Array.isArray(list) ? list : []
      )) {
        const { in: place, name, required, schema } = follow(document, one)
        if (place !== 'query' || typeof name !== 'string') continue
        const { [name]: _, ...others } = given.query ?? {}
        if (required === true) add(name, 'is missing', { query: others })
        for (const [how, value] of wrongTexts(document, schema)) {
          add(name, how, { query: { ...given.query, [name]: String(value) } })
        }
      }
      const content = map(follow(document, operation.requestBody).content)['application/json']
      for (const [field, how, body] of wrongBodies(document, map(content).schema, given.body)) add(field, how, { body })
    }
  }
  return found
}

/** Wrong values of a query parameter: whatever it is, it is sent as text. */
function wrongTexts(document: Node, schema: unknown): readonly Wrong[] {
  const { type, items, ...rest } = follow(document, schema)
  if (type === 'array') return wrongTexts(document, items)
  return type === 'string' ? unknownOf(rest) : [...wrongTypes({ type }), ...outOfBounds(rest)]
}

/** Bodies with one field wrong each, down to what the valid one has. */
function* wrongBodies(document: Node, schema: unknown, valid: unknown): Generator<readonly [string, string, object]> {
  if (schema === undefined || !isMap(valid)) return
  const { required, properties } = membersOf(document, schema)
  for (const field of required) {
    const { [field]: _, ...others } = valid
    yield [field, 'is missing', others]
  }
  for (const [field, member] of Object.entries(properties)) {
    const own = follow(document, member)
    for (const [how, value] of [...wrongTypes(own), ...unknownOf(own), ...outOfBounds(own)]) {
      yield [field, how, { ...valid, [field]: value }]
    }
    for (const [inner, how, value] of wrongBodies(document, own, valid[field])) {
      yield [inner, how, { ...valid, [field]: value }]
    }
  }
}

/** What is required and what is known of an object, of all parts of its schema. */
function membersOf(document: Node, schema: unknown): { required: string[]; properties: Node } {
  const { required = [], properties = {}, allOf = [] } = follow(document, schema) as Record<string, unknown[] | object>
  const parts = (allOf as unknown[]).map((part) => membersOf(document, part))
  return {
    required: [...new Set([...(required as string[]), ...parts.flatMap((part) => part.required)])],
    properties: Object.assign({}, ...parts.map((part) => part.properties), properties)
  }
}

const others: Readonly<Record<string, unknown>> = {
  ...{ string: 7, integer: 'seven', number: 'seven', boolean: 'perhaps', array: 7, object: 7 }
}

const wrongTypes = ({ type }: Node): Wrong[] =>
  typeof type === 'string' && type in others ? [[`is ${JSON.stringify(others[type])}`, others[type]]] : []

const unknownOf = ({ enum: known, 'x-open-enum': isOpen }: Node): Wrong[] =>
  Array.isArray(known) && isOpen !== true ? [['is in no enumeration', 'unheard-of']] : []

function outOfBounds({ minimum, maximum, minItems, maxItems }: Node): Wrong[] {
  const found: Wrong[] = []
  if (typeof minimum === 'number') found.push([`is ${minimum - 1}`, minimum - 1])
  if (typeof maximum === 'number') found.push([`is ${maximum + 1}`, maximum + 1])
  if (typeof minItems === 'number' && minItems > 0) found.push(['is empty', []])
  if (typeof maxItems === 'number') found.push([`has more than ${maxItems} items`, Array(maxItems + 1).fill('a:b')])
  return found
}

/** What a node is, or refers to; keywords beside the reference win. */
function follow(document: Node, node: unknown): Node {
  const { $ref, ...own } = map(node)
  if (typeof $ref !== 'string') return own
  const keys = $ref.replace(/^#\//, '').split('/')
  return {
    ...follow(
      document,
      keys.reduce<unknown>((at, key) => map(at)[key], document)
    ),
    ...own
  }
}

function fill(template: string, values: Readonly<Record<string, string>> = {}): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`the valid request of ${template} lacks the path parameter ${name}`)
    return encodeURIComponent(value)
  })
}

const isMap = (node: unknown): node is Node => typeof node === 'object' && node !== null && !Array.isArray(node)
const map = (node: unknown): Node => (isMap(node) ? node : {})
