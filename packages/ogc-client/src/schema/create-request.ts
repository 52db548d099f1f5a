import type { ProcessDescription } from '../generated/types.ts'
import type { JsonValue } from '../types/json.ts'
import { SchemaConverter } from './convert/convert-schema.ts'
import { describedInputs, type SchemaOptions } from './input-schema.ts'
import { longestList, zeroOf } from './zero-value.ts'

export interface CreateRequestOptions extends SchemaOptions {
  /** Whether to leave out optional inputs and optional members of objects. Default false: the template shows them. */
  readonly requiredOnly?: boolean | undefined
}

/**
 * Makes a template of an execution request that you can edit. Each input has its default, otherwise the first allowed
 * value, otherwise the zero of its type, as in the Python client (18-062r2, 7.11.2). An input that must occur several
 * times has as many values.
 *
 * @example
 * const request = createRequest(await ogc.getProcess('primes_between'))
 * console.log(request.inputs) // { min_val: 0, max_val: 100 }
 */
export function createRequest(
  description: ProcessDescription,
  options: CreateRequestOptions = {}
): { inputs: Record<string, JsonValue> } {
  const converter = new SchemaConverter(description, options.resolve)
  const described = describedInputs(description, converter)
  const { $defs: definitions = {} } = converter.definitions
  const { requiredOnly = false } = options
  const shown = requiredOnly ? described.filter(({ isRequired }) => isRequired) : described
  const inputs = shown.map(({ id, schema, minOccurs, maxOccurs }) => {
    const value = zeroOf(schema, { definitions, requiredOnly })
    const isOne = maxOccurs === 1
    return [
      id,
      isOne ? value : Array.from({ length: Math.min(Math.max(1, minOccurs), longestList) }, () => value)
    ] as const
  })
  return { inputs: Object.fromEntries(inputs) }
}
