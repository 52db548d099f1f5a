import type { Validator } from '@cfworker/json-schema'
import type { ProcessDescription } from '../../generated/types.ts'
import type { JsonValue } from '../../types/json.ts'
import { SchemaConverter } from '../convert/convert-schema.ts'
import type { ResolveReference } from '../convert/references.ts'
import { type DescribedInput, describedInputs } from '../input-schema.ts'
import type { JsonSchema } from '../json-schema.ts'
import { definitionName } from '../pointer.ts'
import { type Fault, findFaults, withoutFalse } from './find-faults.ts'
import { hasLongText, longestTextOf, withoutPatterns } from './long-texts.ts'
import type { Traits } from './traits.ts'

/** An input with its validator. */
export interface CheckedInput extends DescribedInput {
  /** The schema, with references resolved as far as traits need. */
  readonly traits: Traits
  readonly check: (value: JsonValue) => readonly Fault[]
}

const known = new WeakMap<ProcessDescription, WeakMap<ResolveReference, readonly CheckedInput[]>>()
const nothing: ResolveReference = () => undefined

/** The inputs of a description. They are cached, because forms check at every keystroke. A changed description must be a new object. */
export function checkedInputs(
  description: ProcessDescription,
  Validating: typeof Validator,
  resolve: ResolveReference = nothing
): readonly CheckedInput[] {
  const byResolve = known.get(description) ?? new WeakMap<ResolveReference, readonly CheckedInput[]>()
  known.set(description, byResolve)
  const found = byResolve.get(resolve)
  if (found) return found
  const converter = new SchemaConverter(description, resolve)
  const described = describedInputs(description, converter)
  const { definitions } = converter
  const inputs = described.map((input): CheckedInput => {
    const checked = withoutFalse({ ...input.schema, ...definitions })
    const traits = followed(input.schema, definitions.$defs ?? {}, 4)
    return { ...input, traits, check: checker(checked, Validating) }
  })
  byResolve.set(resolve, inputs)
  return inputs
}

/** Finds the faults of a value. A text that a pattern could take long for is not compared with patterns. */
function checker(schema: JsonSchema, Validating: typeof Validator): CheckedInput['check'] {
  const validator = new Validating({ ...schema }, '2020-12', false)
  const most = longestTextOf(schema)
  return (value) => {
    if (!hasLongText(value, most)) return findFaults(validator, schema, value)
    const open = withoutPatterns(schema)
    return findFaults(new Validating({ ...open }, '2020-12', false), open, value)
  }
}

function followed(schema: JsonSchema, definitions: Readonly<Record<string, JsonSchema>>, depth: number): Traits {
  const { $ref, allOf, anyOf, oneOf, ...own } = schema
  const target = $ref === undefined || depth === 0 ? {} : definitions[definitionName($ref)]
  const follow = (part: JsonSchema): Traits => followed(part, definitions, depth - 1)
  if (target !== undefined && $ref !== undefined && depth > 0)
    return { ...follow(target), ...follow({ ...own, ...(allOf && { allOf }) }) }
  return {
    ...own,
    ...(allOf && { allOf: allOf.map(follow) }),
    ...(anyOf && { anyOf: anyOf.map(follow) }),
    ...(oneOf && { oneOf: oneOf.map(follow) })
  } as Traits
}
