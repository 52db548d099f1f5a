import type { JsonSchema } from '@geoclients/ogc-client/schema'

type Json = NonNullable<JsonSchema['default']>

/** The part of JSON Schema that json-schema-to-typescript reads. */
export interface TypeSchema {
  $ref?: string
  description?: string
  deprecated?: boolean
  /** TypeScript code. Only this package writes it. */
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

/** Whether a schema describes members. */
export function isOpen(schema: JsonSchema): boolean {
  return ['properties', 'required', 'additionalProperties', 'patternProperties'].some((key) => key in schema)
}
