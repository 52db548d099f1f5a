import { sample } from 'openapi-sampler'
import { Failure } from '../command/failure.ts'
import { type ContractNode, follow, mapOf } from '../contract/nodes.ts'
import { type Operation, operationsOf } from '../generate/operations.ts'
import type { Values } from './render.ts'
import { isReserved } from './reserved-words.ts'

/** Members that a client has beside its operations, and the one that would make it a promise. */
const taken = new Set(['api', 'close', 'config', 'constructor', 'fetch', 'then'])

/** What a method is given beside the parameters of its path. */
const given = new Set(['body', 'query', 'options'])

/** What the templates need of each operation. Throws a {@link Failure} for one that no method can be made of. */
export function operationValues(document: ContractNode, contract: string): Values[] {
  const order = Object.keys(mapOf(document.paths))
  const all = operationsOf(document, contract).sort((one, other) => order.indexOf(one.path) - order.indexOf(other.path))
  if (all.length === 0) throw new Failure(`${contract} has no operation`)
  return all.map((one) => valuesOf(document, one, contract))
}

/** The name of a parameter of a path in a method: `id`, and `classValue` where `class` cannot be one. */
function parameterOf(name: string, where: string): string {
  const wanted = camel(name)
  if (!/^[a-zA-Z]\w*$/.test(wanted)) throw new Failure(`${where} has the parameter ${name}, which cannot be a name`)
  return given.has(wanted) || isReserved(wanted) ? `${wanted}Value` : wanted
}

function valuesOf(document: ContractNode, one: Operation, contract: string): Values {
  const { operationId: id, method, path, parameters } = one
  if (!/^[a-zA-Z]\w*$/.test(id) || taken.has(id)) {
    throw new Failure(`${contract}: the operationId ${id} of ${method} ${path} cannot be the name of a method`)
  }
  const item = mapOf(mapOf(document.paths)[path])
  const operation = mapOf(item[method.toLowerCase()])
  const place = { document, item, operation }
  const names = parameters.path.map((name) => ({
    name,
    parameter: parameterOf(name, `${contract}: ${method} ${path}`),
    example: exampleOf(place, 'path', name)
  }))
  const query = Object.entries(parameters.query)
  const needed = query.filter(([, { required }]) => required)
  const neededQuery = needed.map(([name]) => `${keyOf(name)}: ${literal(exampleOf(place, 'query', name))}`)
  const body = bodyOf(document, operation, id)
  const own = [...names.map(({ example }) => literal(String(example))), ...(body ? [body.example] : [])]
  const required = needed.length > 0 ? [`{ ${neededQuery.join(', ')} }`] : []
  const all = [...own, ...(query.length > 0 ? [required[0] ?? '{}'] : [])]
  const summary = sentence(operation.summary ?? operation.description ?? id)
  return {
    ...{ operation: id, method, path, summary: `${summary}.`, summaryText: summary, expected: `an answer to ${id}` },
    ...{ parameter: names.map(({ parameter }) => ({ parameter })), query: query.length > 0, body: body !== undefined },
    queryDefault: needed.length > 0 ? '' : ' = {}',
    snake: query.flatMap(([name]) => (name.includes('_') ? [{ sample: `${name}: '${name}'` }] : [])),
    queryRules: query.map(([name]) => `${keyOf(name)}: true`).join(', '),
    bodyType: body?.type ?? '',
    parts: partsOf(names, query.length > 0, body?.part),
    arguments: [...own, ...required].join(', '),
    withQuery: [
      ...own,
      ...(query.length > 0 ? [needed.length > 0 ? `{ ${neededQuery.join(', ')}, ...query }` : 'query'] : [])
    ].join(', '),
    querySample: query.map(([name]) => ({ sample: `${keyOf(name)}: ${literal(exampleOf(place, 'query', name))}` })),
    before: all.map((argument) => `${argument}, `).join(''),
    samplePath: path.replace(/\{([^{}]+)\}/g, (_, name: string) =>
      encodeURIComponent(String(names.find((other) => other.name === name)?.example))
    ),
    ...answerOf(document, operation, id)
  }
}

interface Place {
  readonly document: ContractNode
  readonly item: ContractNode
  readonly operation: ContractNode
}

function exampleOf({ document, item, operation }: Place, kind: string, name: string): unknown {
  const all = [item, operation].flatMap(({ parameters }) => (Array.isArray(parameters) ? parameters : []))
  const found = all.map((one) => mapOf(follow(document, one))).findLast((one) => one.in === kind && one.name === name)
  const { example, schema } = found ?? {}
  const made = example ?? sample(schema ?? {}, { quiet: true }, document)
  return kind === 'path' && (made === undefined || made === '') ? 'a' : made
}

function bodyOf(
  document: ContractNode,
  { requestBody }: ContractNode,
  id: string
): { type: string; example: string; part: string } | undefined {
  if (requestBody === undefined) return undefined
  const content = mapOf(mapOf(follow(document, requestBody)).content)
  const { 'application/json': json } = content
  if (json === undefined) {
    const part = `body, headers: { 'content-type': ${literal(Object.keys(content)[0] ?? 'text/plain')} }`
    return { type: 'string', example: literal('text'), part }
  }
  const { example, schema } = mapOf(json)
  const given = example ?? sample(schema ?? {}, { quiet: true, skipReadOnly: true }, document)
  return {
    type: `BodyOf<operations['${id}']>`,
    example: literal(given),
    part: 'body: await writeJson(body, this.#core, settings)'
  }
}

function partsOf(
  names: readonly { readonly name: string; readonly parameter: string }[],
  hasQuery: boolean,
  body: string | undefined
): string {
  const path = names.map(({ name, parameter }) => (name === parameter ? name : `${keyOf(name)}: ${parameter}`))
  return [path.length > 0 && `path: { ${path.join(', ')} }`, hasQuery && 'query', body].filter(Boolean).join(', ')
}

/** How the first kind of success is read. */
function answerOf(document: ContractNode, { responses }: ContractNode, id: string): Values {
  const all = Object.entries(mapOf(responses)).filter(([status]) => status.startsWith('2'))
  const [, response] = all[0] ?? []
  const content = mapOf(mapOf(follow(document, response)).content)
  const media = Object.keys(content).find((type) => /[/+]json$/.test(type))
  const isBytes = media === undefined && Object.keys(content).length > 0
  const schema = mapOf(follow(document, media === undefined ? undefined : mapOf(content[media]).schema))
  const isRecord = media !== undefined && schema.type === 'object'
  return {
    ...{ isRecord, isJson: media !== undefined && !isRecord, isBytes, isNothing: media === undefined && !isBytes },
    answerType: media !== undefined ? `AnswerOf<operations['${id}']>` : isBytes ? 'Uint8Array' : 'void',
    answerKind:
      isRecord || isBytes ? 'object' : media !== undefined ? typeof jsonExample(document, content, media) : 'undefined'
  }
}

function jsonExample(document: ContractNode, content: ContractNode, media: string): unknown {
  const { example, schema } = mapOf(content[media])
  return example ?? sample(schema ?? {}, { quiet: true }, document)
}

const camel = (name: string): string => name.replace(/[^A-Za-z\d]+(\w)/g, (_, letter: string) => letter.toUpperCase())
const keyOf = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : literal(name))
const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : JSON.stringify(value)

/** Text of a contract for a comment, a title or a table: one line without the end of a comment, quotes and a full stop. */
export function sentence(text: unknown): string {
  const [first = ''] = String(text)
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?]) /)
  return first
    .replaceAll('*/', '')
    .replace(/[`'"|\\$]/g, '')
    .replace(/\.$/, '')
}
