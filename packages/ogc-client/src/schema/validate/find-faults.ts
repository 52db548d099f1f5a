import type { Validator } from '@cfworker/json-schema'
import type { JsonValue } from '../../types/json.ts'
import { mapSchema } from '../convert/map-schema.ts'
import type { JsonSchema } from '../json-schema.ts'
import { definitionName, escapeToken } from '../pointer.ts'
import { keywordAt, valueAt } from './locations.ts'
import { noneOf, sentenceOf } from './words.ts'

type Failure = ReturnType<Validator['validate']>['errors'][number]

/** A violation at one place of a value. */
export interface Fault {
  /** JSON pointer from the value; empty for the value itself. */
  readonly pointer: string
  readonly value: JsonValue | undefined
  /** A text that follows the name of the input: `must be a number, not "x"`. */
  readonly message: string
  /** The violated JSON Schema keyword. */
  readonly keyword: string
}

/** Prepares a schema for `findFaults`, because the validator reports no location for `false`. */
export function withoutFalse(schema: JsonSchema): JsonSchema {
  return mapSchema(schema, (one) => {
    const closed = closing.filter((key) => one[key] === false)
    return { ...one, ...Object.fromEntries(closed.map((key) => [key, { not: {} }])) }
  })
}

const closing = ['additionalProperties', 'unevaluatedProperties', 'items', 'unevaluatedItems'] as const

/** Describes the violations of a value, one for each place. `schema` is the schema of `validator`. */
export function findFaults(validator: Validator, schema: JsonSchema, value: JsonValue): Fault[] {
  let failures: readonly Failure[]
  try {
    const { valid, errors } = validator.validate(withoutPrototypes(value))
    if (valid) return []
    failures = errors
  } catch {
    return [] // a schema that cannot be applied, such as one that contains itself, allows everything
  }
  const faults = explain(failures, schema, value)
  return [...new Map(faults.map((fault) => [`${fault.pointer} ${fault.message}`, fault])).values()]
}

/** Copies without prototypes, because the validator uses `in`, which also finds `constructor`. */
function withoutPrototypes(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutPrototypes)
  if (typeof value !== 'object' || value === null) return value
  const bare: { [name: string]: JsonValue } = Object.create(null)
  for (const [name, member] of Object.entries(value)) bare[name] = withoutPrototypes(member)
  return bare
}

/** Keywords that fail only because a nested one fails. */
const around = new Set([
  ...['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties', 'dependentSchemas'],
  ...['items', 'prefixItems', 'unevaluatedItems', 'allOf', '$ref', 'if', 'propertyNames']
])

function explain(failures: readonly Failure[], schema: JsonSchema, value: JsonValue): Fault[] {
  const faults: Fault[] = []
  const choices: Failure[] = []
  for (const failure of failures) {
    const { keyword } = failure
    if (choices.some((choice) => isWithin(failure, choice))) continue
    if (keyword === 'anyOf' || keyword === 'oneOf') {
      const inner = failures.filter((other) => isWithin(other, failure))
      faults.push(...explainChoice(failure, inner, schema, value))
      choices.push(failure)
    } else if (!around.has(keyword)) faults.push(faultOf(failure, schema, value))
  }
  if (faults.length > 0) return faults
  return failures.slice(0, 1).map((failure) => faultOf(failure, schema, value))
}

/** Whether a failure is inside another one, both in the schema and in the value, because all items share one schema. */
function isWithin(inner: Failure, outer: Failure): boolean {
  const isInSchema = inner.keywordLocation.startsWith(`${outer.keywordLocation}/`)
  return isInSchema && `${inner.instanceLocation}/`.startsWith(`${outer.instanceLocation}/`)
}

/** Explains a failed choice by the intended alternative, if the value shows it, or else by all alternatives. */
function explainChoice(choice: Failure, inner: readonly Failure[], schema: JsonSchema, value: JsonValue): Fault[] {
  const { keyword, keywordLocation, instanceLocation, error } = choice
  const at = { pointer: decodeURI(instanceLocation.slice(1)), value: valueAt(value, instanceLocation), keyword }
  const matches = Number(/\((\d+) matches\)/.exec(error)?.[1] ?? 0)
  if (matches > 1) return [{ ...at, message: `matches ${matches} of the alternatives, but must match exactly one` }]
  const forms = keywordAt(schema, keywordLocation)
  const alternatives = Array.isArray(forms) ? (forms as JsonSchema[]) : []
  const isOther = ({ keyword: broken, instanceLocation: where }: Failure): boolean => {
    if (where === instanceLocation) return broken === 'type' || broken === 'const' || broken === 'enum'
    // Forms of an object are told apart by a member, such as the `type` of a geometry.
    const isMember = where.lastIndexOf('/') === instanceLocation.length
    return isMember && (broken === 'const' || broken === 'enum')
  }
  const failuresOf = alternatives.map((_, i) =>
    inner.filter((failure) => failure.keywordLocation.startsWith(`${keywordLocation}/${i}/`))
  )
  const [meant, ...others] = failuresOf.filter((failures) => failures.length > 0 && !failures.some(isOther))
  if (meant && others.length === 0) return explain(meant, schema, value)
  const resolved = alternatives.map((form) => resolve(form, schema))
  return [{ ...at, message: noneOf(resolved, at.value ?? null) }]
}

function faultOf(
  { keyword, keywordLocation, instanceLocation, error }: Failure,
  schema: JsonSchema,
  value: JsonValue
): Fault {
  const found = valueAt(value, instanceLocation)
  const missing = keyword === 'required' ? missingProperty(error) : undefined
  const pointer = decodeURI(instanceLocation.slice(1))
  if (missing !== undefined) {
    return { pointer: `${pointer}/${escapeToken(missing)}`, value: undefined, keyword, message: 'is missing' }
  }
  const expected = keywordAt(schema, keywordLocation)
  const message = sentenceOf(keyword, expected, found ?? null) ?? `is invalid: ${error}`
  return { pointer, value: found, message, keyword }
}

/** The missing name in the validator's text `… required property "name".`, which has it nowhere else. */
function missingProperty(error: string): string | undefined {
  const before = 'required property "'
  const after = '".'
  const start = error.indexOf(before)
  return start >= 0 && error.endsWith(after) ? error.slice(start + before.length, -after.length) : undefined
}

function resolve(form: JsonSchema, schema: JsonSchema): JsonSchema {
  const name = form.$ref && definitionName(form.$ref)
  return name === undefined ? form : { ...schema.$defs?.[name], ...form }
}
