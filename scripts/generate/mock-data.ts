import { sample } from 'openapi-sampler'
import { follow, mapOf as map, type ContractNode as Node } from '../contract/nodes.ts'
import { operationsOf } from './operations.ts'

/** The TypeScript source of what a mock needs of an OpenAPI document, without a header. */
export function mockDataSource(document: object, contract: string): string {
  const data = mockData(document, contract)
  return `
/** What a mock says and refuses, by operationId: parameters of the contract, and answers made of its examples. */
export const mockData = ${JSON.stringify(data, null, 2)} as const
`
}

/** See \`MockData\` of mock-core. */
export function mockData(document: object, contract: string): Record<string, object> {
  const root = document as Node
  const all = operationsOf(root, contract).map(({ operationId, method, path, node, parameters, ...one }) => {
    const query = [...one.query].map(([name, parameter]) => {
      const { required, explode } = map(parameters.query[name])
      const schema = schemaOf(root, parameter.schema)
      return [
        name,
        { ...(required === true && { required }), ...(schema.type === 'array' && !explode && { join: ',' }), schema }
      ]
    })
    const responses = map(node.responses)
    const data = { method, path, query: Object.fromEntries(query), ...bodyOf(root, node.requestBody) }
    return [operationId, { ...data, answer: answerOf(root, responses, '2'), refusal: answerOf(root, responses, '4') }]
  })
  return Object.fromEntries(all)
}

/** As much of a schema as `MockSchema` of mock-core has. */
function schemaOf(root: Node, given: unknown): Node {
  const schema = map(follow(root, given))
  const kept = ['type', 'enum', 'minimum', 'maximum', 'minLength', 'minItems', 'maxItems'].flatMap((key) =>
    schema[key] === undefined ? [] : [[key, schema[key]] as const]
  )
  return { ...Object.fromEntries(kept), ...(schema.items !== undefined && { items: schemaOf(root, schema.items) }) }
}

function bodyOf(root: Node, requestBody: unknown): object {
  if (requestBody === undefined) return {}
  const { required, content } = map(follow(root, requestBody))
  const json = Object.entries(map(content)).find(([type]) => isJson(type))?.[1]
  const { required: members } = map(follow(root, map(json).schema))
  return { body: { required: required === true, members: Array.isArray(members) ? members : [] } }
}

/** The first answer of a class, with a body out of its examples or its schema. */
function answerOf(root: Node, responses: Node, first: string): object {
  const [key = `${first}00`, response] = Object.entries(responses).find(([key]) => key.startsWith(first)) ?? []
  const status = Number(key.replaceAll(/x/gi, '0'))
  const content = Object.entries(map(map(follow(root, response)).content))
  const [type, media] = content.find(([name]) => isJson(name)) ?? content[0] ?? []
  if (type === undefined) return { status }
  const { examples } = map(media)
  const named = Object.entries(map(examples)).map(([name, one]) => [name, map(follow(root, one)).value])
  const all = named.length > 1 ? { examples: Object.fromEntries(named) } : {}
  return { status, type, body: exampleOf(root, map(media)), ...all }
}

function exampleOf(root: Node, { example, examples, schema }: Node): unknown {
  const [named] = Object.values(map(examples))
  return example ?? map(follow(root, named)).value ?? sample(schema ?? {}, { quiet: true }, root)
}

const isJson = (type: string): boolean => /[/+]json$/.test(type)
