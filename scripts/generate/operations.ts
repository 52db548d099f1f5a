import { Failure } from '../command/failure.ts'
import { follow, mapOf as map, type ContractNode as Node } from '../contract/openapi-nodes.ts'

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

/** The TypeScript source of what an OpenAPI document says of its operations, without a header. */
export function operationsSource(document: object, contract: string): string {
  const found = operationsOf(document as Node, contract)
  const all = Object.fromEntries(found.map(({ operationId, ...rest }) => [operationId, rest]))
  const rules = Object.fromEntries(
    found.map((one) => [`${one.method} ${one.path}`, ruleOf(one)]).filter(([, rule]) => Object.keys(rule ?? {}).length)
  )
  return `
/** What the contract says of each operation, by operationId. */
export const operations = ${source(all)} as const

/**
 * How an operation is sent where that differs from the usual: \`Accept\` is \`application/json\`, GET, HEAD, OPTIONS and DELETE are
 * safe to repeat, and an array in the query repeats its name. \`join\` is what stands between the items of an array instead.
 */
export const requestRules = ${source(rules)} as const
`
}

/** The operations of a document, by name. Throws a {@link Failure} for one without `operationId` or `x-safe`. */
export function operationsOf(document: Node, contract: string): Operation[] {
  const found: Operation[] = []
  const unmarked: string[] = []
  for (const [path, item] of Object.entries(map(document.paths))) {
    for (const method of methods.filter((name) => Object.hasOwn(map(item), name))) {
      const operation = map(map(item)[method])
      const { operationId, 'x-safe': safe, requestBody } = operation
      const name = `${method.toUpperCase()} ${path}`
      if (typeof operationId !== 'string') throw new Failure(`${contract} lacks an operationId at ${name}`)
      if (typeof safe !== 'boolean') unmarked.push(`${name} (${operationId})`)
      const body = map(follow(document, requestBody))
      found.push({
        ...{
          operationId,
          method: method.toUpperCase(),
          path,
          safe: safe === true,
          accept: accepted(document, operation)
        },
        ...(requestBody !== undefined && {
          requestBody: { required: body.required === true, content: Object.keys(map(body.content)) }
        }),
        parameters: parametersOf(document, map(item), operation)
      })
    }
  }
  if (unmarked.length > 0) throw new Failure(`${contract} lacks x-safe: true or false at ${unmarked.join(', ')}`)
  return found.sort((a, b) => (a.operationId < b.operationId ? -1 : 1))
}

function accepted(document: Node, { responses }: Node): string[] {
  const successes = Object.entries(map(responses)).filter(([status]) => status.startsWith('2'))
  const types = successes.flatMap(([, one]) => Object.keys(map(map(follow(document, one)).content)))
  return [...new Set(types)]
}

/** Those of the operation win over those of its path. */
function parametersOf(document: Node, ...owners: [item: Node, operation: Node]): Operation['parameters'] {
  const all = owners.flatMap(({ parameters }) => (Array.isArray(parameters) ? parameters : []))
  const own = new Map(all.map((one) => map(follow(document, one))).map((one) => [`${one.in} ${one.name}`, one]))
  const those = (place: string): Node[] => [...own.values()].filter((one) => one.in === place)
  const names = (place: string): string[] => those(place).map(({ name }) => String(name))
  const query = those('query').map((one) => [one.name, queryParameter(document, one)])
  return { path: names('path'), query: Object.fromEntries(query), header: names('header') }
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

/** A value as TypeScript; what is short stands in one line. */
function source(value: unknown, indent = ''): string {
  if (value === null || typeof value !== 'object') return quoted(value)
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  const isList = Array.isArray(value)
  const one = entries.map(([key, member]) => (isList ? '' : `${keyOf(key)}: `) + source(member, `${indent}  `))
  const [open, close] = isList ? '[]' : '{}'
  if (one.length === 0) return `${open}${close}`
  const line = isList ? `[${one.join(', ')}]` : `{ ${one.join(', ')} }`
  if (line.length + indent.length < 110 && !line.includes('\n') && indent !== '') return line
  return `${open}\n${one.map((member) => `${indent}  ${member}`).join(',\n')}\n${indent}${close}`
}

const keyOf = (key: string): string => (/^[a-z_$][\w$]*$/i.test(key) ? key : quoted(key))

const quoted = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : JSON.stringify(value)
