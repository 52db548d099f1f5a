import type { JsonValue } from '../../types/json.ts'
import type { JsonSchema } from '../json-schema.ts'
import { definitionName, tokensOf } from '../pointer.ts'

/** The value of a keyword at a validator's schema location: `#/properties/a/$ref/minimum`. */
export function keywordAt(schema: JsonSchema, location: string): unknown {
  let here: unknown = schema
  for (const token of tokensOf(decodeURI(location))) {
    here = memberOf(here, token)
    if (token === '$ref' && typeof here === 'string') here = schema.$defs?.[definitionName(here)]
  }
  return here
}

/** The part of a value at a location: `#/points/1`. */
export function valueAt(value: JsonValue, location: string): JsonValue | undefined {
  let here: unknown = value
  for (const token of tokensOf(decodeURI(location))) here = memberOf(here, token)
  return here as JsonValue | undefined
}

function memberOf(holder: unknown, name: string): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, name)) return undefined
  return (holder as Readonly<Record<string, unknown>>)[name]
}
