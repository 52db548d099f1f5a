import type { JsonSchema } from '@geoclients/ogc-client/schema'

type Json = NonNullable<JsonSchema['default']>

/** The part of JSON Schema that types are made of, as json-schema-to-typescript reads it. */
export interface TypeSchema {
  $ref?: string
  description?: string
  deprecated?: boolean
  /** TypeScript, written by us only. */
  tsType?: string
  type?: 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object'
  enum?: (Json | null)[]
  properties?: { [name: string]: TypeSchema }
  required?: string[]
  additionalProperties?: TypeSchema | boolean
  items?: TypeSchema | TypeSchema[]
  additionalItems?: TypeSchema | boolean
  minItems?: number
  maxItems?: number
  allOf?: TypeSchema[]
  anyOf?: TypeSchema[]
  definitions?: { [name: string]: TypeSchema }
}

/** Whether a schema speaks of members. */
export function isOpen(schema: JsonSchema): boolean {
  return ['properties', 'required', 'additionalProperties', 'patternProperties'].some((key) => key in schema)
}
