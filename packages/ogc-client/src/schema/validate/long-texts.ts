import type { JsonValue } from '../../types/json.ts'
import { mapSchema } from '../convert/map-schema.ts'
import { longestText } from '../convert/pattern-bound.ts'
import type { JsonSchema } from '../json-schema.ts'

/** How long a text may be so that all patterns of a schema end soon; Infinity if there are none. */
export function longestTextOf(schema: JsonSchema): number {
  let longest = Number.POSITIVE_INFINITY
  mapSchema(schema, (one) => {
    const patterns = [one.pattern ?? [], Object.keys(one.patternProperties ?? {})].flat()
    for (const pattern of patterns) longest = Math.min(longest, longestText(pattern) ?? 0)
    return one
  })
  return longest
}

/** Whether a value has a text, or a name, that is longer than `most`. */
export function hasLongText(value: JsonValue, most: number): boolean {
  if (most === Number.POSITIVE_INFINITY) return false
  if (typeof value === 'string') return value.length > most
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((item) => hasLongText(item, most))
  return Object.entries(value).some(([name, item]) => name.length > most || hasLongText(item, most))
}

/** A schema without patterns, and without what refuses a value because of a pattern that it matches. */
export function withoutPatterns(schema: JsonSchema): JsonSchema {
  return mapSchema(schema, ({ pattern, not, if: _if, then, else: _else, oneOf, patternProperties, ...rest }) => {
    if (patternProperties) {
      delete rest.additionalProperties
      delete rest.unevaluatedProperties
    }
    return oneOf ? { ...rest, allOf: [...(rest.allOf ?? []), { anyOf: oneOf }] } : rest
  })
}
