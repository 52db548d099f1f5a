import type { JsonValue } from '../types/json.ts'

export type JsonType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object'

/**
 * A JSON Schema 2020-12 as plain JSON. It is assignable to `JSONSchema7` of `@types/json-schema`, so form libraries and
 * agents accept it.
 */
export interface JsonSchema {
  $schema?: string
  $comment?: string
  $ref?: string
  $defs?: { [name: string]: JsonSchema }
  title?: string
  description?: string
  default?: JsonValue
  examples?: JsonValue[]
  deprecated?: boolean
  readOnly?: boolean
  writeOnly?: boolean
  type?: JsonType | JsonType[]
  enum?: JsonValue[]
  const?: JsonValue
  format?: string
  contentEncoding?: string
  contentMediaType?: string
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  multipleOf?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  items?: JsonSchema | boolean
  prefixItems?: JsonSchema[]
  contains?: JsonSchema
  minContains?: number
  maxContains?: number
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  unevaluatedItems?: JsonSchema | boolean
  properties?: { [name: string]: JsonSchema }
  patternProperties?: { [pattern: string]: JsonSchema }
  additionalProperties?: JsonSchema | boolean
  unevaluatedProperties?: JsonSchema | boolean
  propertyNames?: JsonSchema
  required?: string[]
  dependentRequired?: { [name: string]: string[] }
  dependentSchemas?: { [name: string]: JsonSchema }
  minProperties?: number
  maxProperties?: number
  allOf?: JsonSchema[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  not?: JsonSchema
  if?: JsonSchema
  then?: JsonSchema
  else?: JsonSchema
}

/** A schema of all inputs or outputs of a process. */
export interface RootSchema extends JsonSchema {
  type: 'object'
  properties: { [id: string]: JsonSchema }
}

export const dialect = 'https://json-schema.org/draft/2020-12/schema'
