/** What a node of an OpenAPI document is. */
export type Kind =
  | 'api'
  | 'callback'
  | 'callbacks'
  | 'components'
  | 'content'
  | 'field'
  | 'fields'
  | 'group'
  | 'header'
  | 'headers'
  | 'media'
  | 'operation'
  | 'other'
  | 'parameter'
  | 'parameters'
  | 'path'
  | 'paths'
  | 'requestBodies'
  | 'requestBody'
  | 'response'
  | 'responses'
  | 'schema'
  | 'schemas'
  | 'variant'
  | 'variants'

interface Members {
  readonly [key: string]: Kind
}

const any = '*'
const inSchema: Members = {
  properties: 'fields',
  patternProperties: 'fields',
  oneOf: 'variants',
  anyOf: 'variants',
  allOf: 'group',
  prefixItems: 'group',
  items: 'schema',
  additionalProperties: 'schema',
  not: 'schema'
}
const withContent: Members = { content: 'content', schema: 'schema', headers: 'headers' }

/** What lies below a kind of node, by key. */
const grammar: Readonly<Partial<Record<Kind, Members>>> = {
  api: { paths: 'paths', components: 'components' },
  paths: { [any]: 'path' },
  path: { parameters: 'parameters', servers: 'other', summary: 'other', description: 'other', [any]: 'operation' },
  operation: { parameters: 'parameters', requestBody: 'requestBody', responses: 'responses', callbacks: 'callbacks' },
  callbacks: { [any]: 'callback' },
  callback: { [any]: 'path' },
  parameters: { [any]: 'parameter' },
  responses: { [any]: 'response' },
  headers: { [any]: 'header' },
  content: { [any]: 'media' },
  requestBodies: { [any]: 'requestBody' },
  schemas: { [any]: 'schema' },
  fields: { [any]: 'field' },
  variants: { [any]: 'variant' },
  group: { [any]: 'schema' },
  components: {
    parameters: 'parameters',
    responses: 'responses',
    headers: 'headers',
    requestBodies: 'requestBodies',
    schemas: 'schemas',
    callbacks: 'callbacks'
  },
  parameter: withContent,
  requestBody: withContent,
  response: withContent,
  header: withContent,
  media: withContent,
  schema: inSchema,
  field: inSchema,
  variant: inSchema
}

/** The kind of each node on a way from the root, the root not included. */
export function kindsOf(keys: readonly string[]): Kind[] {
  let kind: Kind = 'api'
  return keys.map((key) => {
    const members: Members = grammar[kind] ?? {}
    kind = (Object.hasOwn(members, key) ? members[key] : members[any]) ?? 'other'
    return kind
  })
}
