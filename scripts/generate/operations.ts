import { Failure } from '../command/failure.ts'
import { follow, mapOf as map, type ContractNode as Node } from '../contract/nodes.ts'

/** What the generated file says of an operation; names are those of OpenAPI. */
export interface Operation {
  readonly operationId: string
  readonly method: string
  readonly path: string
  /** `x-safe`: whether it may be sent again by itself. */
  readonly safe: boolean
  /** Media types of what it answers when it succeeds. */
  readonly accept: readonly string[]
  readonly requestBody?: { readonly required: boolean; readonly content: readonly string[] }
  readonly parameters: {
    readonly path: readonly string[]
    readonly query: Readonly<Record<string, QueryParameter>>
    readonly header: readonly string[]
  }
}

interface QueryParameter {
  readonly required: boolean
  readonly type: string | undefined
  readonly style: string
  readonly explode: boolean
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** An operation, with what the contract has at its place. */
export interface ContractOperation extends Operation {
  readonly node: Node
  /** The parameters of the query by their names, with references followed. */
  readonly query: ReadonlyMap<string, Node>
}

/** The TypeScript source of what an OpenAPI document says of its operations, without a header. */
export function operationsSource(document: object, contract: string): string {
  const found = operationsOf(document as Node, contract)
  const all = found.map(({ operationId, node: _, query: __, ...rest }) => [operationId, rest] as const)
  const rules = found.map((one) => [`${one.method} ${one.path}`, ruleOf(one)] as const)
  return `
/** What the contract says of each operation, by operationId. */
export const operations = ${source(all)}

/**
 * How an operation is sent where that differs from the usual: \`Accept\` is \`application/json\`, GET, HEAD, OPTIONS and DELETE are
 * safe to repeat, and an array in the query repeats its name. \`join\` is what stands between the items of an array instead.
 */
export const requestRules = ${source(rules.filter(([, rule]) => Object.keys(rule).length > 0))}
`
}

const source = (entries: readonly (readonly [string, object])[]): string =>
  `${JSON.stringify(Object.fromEntries(entries), null, 2)} as const`

/** The operations of a document, by name. Throws a {@link Failure} for one without `operationId` or `x-safe`. */
export function operationsOf(document: Node, contract: string): ContractOperation[] {
  const unmarked: string[] = []
  const found = Object.entries(map(document.paths)).flatMap(([path, item]) =>
    methods
      .filter((name) => Object.hasOwn(map(item), name))
      .map((name): ContractOperation => {
        const node = map(map(item)[name])
        const method = name.toUpperCase()
        const { operationId, 'x-safe': safe, requestBody } = node
        if (typeof operationId !== 'string') throw new Failure(`${contract} lacks an operationId at ${method} ${path}`)
        if (typeof safe !== 'boolean') unmarked.push(`${method} ${path} (${operationId})`)
        const { required = false, content } = map(follow(document, requestBody))
        const body = { required: required === true, content: Object.keys(map(content)) }
        const parametersIn = (place: string): Map<string, Node> => parametersOf(document, place, map(item), node)
        const query = parametersIn('query')
        return {
          ...{ operationId, method, path, safe: safe === true, accept: accepted(document, node) },
          ...(requestBody !== undefined && { requestBody: body }),
          parameters: {
            path: [...parametersIn('path').keys()],
            query: Object.fromEntries([...query].map(([name, one]) => [name, queryParameter(document, one)])),
            header: [...parametersIn('header').keys()]
          },
          ...{ node, query }
        }
      })
  )
  if (unmarked.length > 0) throw new Failure(`${contract} lacks x-safe: true or false at ${unmarked.join(', ')}`)
  return found.sort((a, b) => (a.operationId < b.operationId ? -1 : 1))
}

function accepted(document: Node, { responses }: Node): string[] {
  const successes = Object.entries(map(responses)).filter(([status]) => status.startsWith('2'))
  const types = successes.flatMap(([, one]) => Object.keys(map(map(follow(document, one)).content)))
  return [...new Set(types)]
}

/** The parameters in one place by name. Those of the operation win over those of its path. */
function parametersOf(document: Node, place: string, ...owners: readonly Node[]): Map<string, Node> {
  const all = owners.flatMap(({ parameters }) => (Array.isArray(parameters) ? parameters : []))
  const found = all.map((one) => map(follow(document, one))).filter((one) => one.in === place)
  return new Map(found.map((one) => [String(one.name), one]))
}

function queryParameter(document: Node, { required, schema, style = 'form', explode }: Node): QueryParameter {
  const { type } = map(follow(document, schema))
  return {
    required: required === true,
    type: typeof type === 'string' ? type : undefined,
    style: String(style),
    explode: typeof explode === 'boolean' ? explode : style === 'form'
  }
}

const separators: Readonly<Record<string, string>> = { form: ',', spaceDelimited: '%20', pipeDelimited: '|' }

function ruleOf({ method, safe, accept, parameters }: Operation): object {
  const isUsual = ['GET', 'HEAD', 'OPTIONS', 'DELETE'].includes(method)
  const joined = Object.entries(parameters.query).flatMap(([name, { type, style, explode }]) =>
    type === 'array' && !explode ? [[name, separators[style] ?? ',']] : []
  )
  const wanted = acceptHeader(accept)
  return {
    ...(safe !== isUsual && { safe }),
    ...(wanted !== 'application/json' && { accept: wanted }),
    ...(joined.length > 0 && { join: Object.fromEntries(joined) })
  }
}

/** The first is liked best. Pages for people are asked for only where there is nothing else. */
function acceptHeader(types: readonly string[]): string {
  const machine = types.filter((type) => type !== 'text/html')
  const wanted = machine.length > 0 ? machine : types
  const ranked = wanted.map((type, i) => (i === 0 ? type : `${type};q=${Math.max(10 - i, 1) / 10}`))
  return ranked.join(', ') || 'application/json'
}
