import type { Validator } from '@cfworker/json-schema'
import { isRecord } from '@geoclients/client-core'
import type { ProcessDescription } from '../../generated/types.ts'
import type { JsonValue } from '../../types/json.ts'
import type { ResolveReference } from '../convert/references.ts'
import { describeOccurrence } from '../occurrence.ts'
import { escapeToken, tokensOf } from '../pointer.ts'
import { type CheckedInput, checkedInputs } from './checked-inputs.ts'
import type { Fault } from './find-faults.ts'
import { decode, faultOf, type LinkRule, Unseen, unwrapValue, WrapFault } from './read-value.ts'
import { isBinary } from './traits.ts'
import { showValue } from './words.ts'

/** One fault in the inputs of an execution. */
export interface InputIssue {
  /** JSON pointer (RFC 6901) within the inputs: `/size`, `/bbox/bbox/0`; empty for the inputs themselves. */
  readonly pointer: string
  /** The value at that place; undefined if it is missing. */
  readonly value: unknown
  /** A text to read after the name of the input: `must be at least 1, not 0`. */
  readonly message: string
  /**
   * The violated rule: a keyword of JSON Schema, or `unknown`, `required`, `occurs`, `contentMediaType`, `href`.
   */
  readonly keyword: string
}

/** JSON, or the bytes of a binary value. */
export type InputValue = JsonValue | Uint8Array

export interface ReadInputs {
  /** Values by input id: defaults are filled in, qualified values unwrapped. Only those without an issue. */
  readonly values: Readonly<Record<string, InputValue | InputValue[]>>
  readonly issues: readonly InputIssue[]
}

export interface ReadRules {
  readonly Validator: typeof Validator
  readonly linkRule: LinkRule
  readonly resolve?: ResolveReference | undefined
}

/** Reads the inputs of an execution according to the process description, and reports all issues at once. */
export function readInputs(given: unknown, description: ProcessDescription, rules: ReadRules): ReadInputs {
  if (given !== undefined && !isRecord(given)) {
    const message = 'must be an object of values by input id'
    return { values: {}, issues: [{ pointer: '', value: given, keyword: 'type', message }] }
  }
  const inputs = checkedInputs(description, rules.Validator, rules.resolve)
  const ids = inputs.map(({ id }) => id)
  const issues: InputIssue[] = Object.keys(given ?? {})
    .filter((id) => !ids.includes(id) && given?.[id] !== undefined)
    .map((id) => ({
      ...{ pointer: `/${escapeToken(id)}`, value: given?.[id], keyword: 'unknown' },
      message: `is not an input of this process, which has ${ids.join(', ') || 'none'}`
    }))
  const values: [string, InputValue | InputValue[]][] = []
  for (const input of inputs) {
    const value = given !== undefined && Object.hasOwn(given, input.id) ? given[input.id] : undefined
    const read = readInput(value as JsonValue | undefined, input, rules)
    issues.push(...read.faults.map((fault) => ({ ...fault, pointer: `/${escapeToken(input.id)}${fault.pointer}` })))
    if (read.faults.length === 0 && read.value !== undefined) values.push([input.id, read.value])
  }
  return { values: Object.fromEntries(values), issues }
}

interface Read<T> {
  readonly value?: T
  readonly faults: readonly Fault[]
}

function readInput(
  given: JsonValue | undefined,
  input: CheckedInput,
  rules: ReadRules
): Read<InputValue | InputValue[]> {
  const { schema, minOccurs, maxOccurs } = input
  const value = given === undefined ? schema.default : given
  if (value === undefined) {
    if (minOccurs === 0) return { faults: [] }
    const message = `is missing: ${describeOccurrence(input)} must be given`
    return { faults: [{ pointer: '', value: undefined, keyword: 'required', message }] }
  }
  if (maxOccurs === 1) return readValue(value, input, rules)
  // A default is a single value of the schema, even if the schema is an array.
  const isList = given !== undefined && Array.isArray(value)
  const values = isList ? value : [value]
  if (values.length < minOccurs || (maxOccurs !== undefined && values.length > maxOccurs)) {
    const message = `must be given ${describeOccurrence(input)}, not ${values.length}`
    return { faults: [{ pointer: '', value, keyword: 'occurs', message }] }
  }
  const read = values.map((item) => readValue(item, input, rules))
  const at = (i: number): string => (isList ? `/${i}` : '')
  const faults = read.flatMap((one, i) => one.faults.map((fault) => ({ ...fault, pointer: at(i) + fault.pointer })))
  return { faults, value: read.map((one) => one.value ?? null) }
}

function readValue(given: JsonValue, { traits, check }: CheckedInput, rules: ReadRules): Read<InputValue> {
  try {
    const value = unwrapValue(given, traits, rules.linkRule)
    if (value instanceof Unseen) return { faults: [], value: null }
    const faults = check(value)
    if (faults.length > 0 || !isBinary(traits) || typeof value !== 'string') return { faults, value }
    return { faults, value: decode(value) }
  } catch (error) {
    if (error instanceof WrapFault) return { faults: [faultOf(error, given)] }
    throw error
  }
}

/** An issue as a sentence that names the input: `Input 'size' must be at least 1, not 0.` */
export function sentenceOfIssue({ pointer, message, keyword, value }: InputIssue): string {
  const [id, ...path] = tokensOf(pointer)
  if (id === undefined) return `The inputs, ${showValue(value as JsonValue)}, ${message}.`
  const place = path.length > 0 ? ` at ${path.join('/')}` : ''
  return keyword === 'unknown' ? `'${id}' ${message}.` : `Input '${id}'${place} ${message}.`
}
