import type { InputDescription, ProcessDescription } from '../generated/types.ts'
import type { JsonValue } from '../types/json.ts'
import { InputError, readInputValue } from './input-value.ts'
import { isJsonObject } from './json-answer.ts'
import type { MockInputs, MockValue } from './mock-process.ts'
import { badRequest } from './problems.ts'

/**
 * Checks the inputs of an execution against the description of its process, and fills in defaults.
 * @throws Problem 400 that names every input that is wrong, and what was expected
 */
export function readInputs(given: JsonValue | undefined, { inputs: described = {} }: ProcessDescription): MockInputs {
  if (given !== undefined && !isJsonObject(given))
    throw badRequest("'inputs' is not valid. Expected: an object of values by input id.")
  const values: Record<string, MockValue | MockValue[]> = {}
  const errors: string[] = []
  for (const id of Object.keys(given ?? {})) {
    if (!Object.hasOwn(described, id)) errors.push(`Input '${id}' is unknown. Expected: ${expectedIds(described)}.`)
  }
  for (const [id, description] of Object.entries(described)) {
    const value = given !== undefined && Object.hasOwn(given, id) ? given[id] : undefined
    try {
      const read = readInput(value, description)
      if (read !== undefined) values[id] = read
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      errors.push(`Input '${id}': ${error.message}`)
    }
  }
  if (errors.length > 0) throw badRequest(errors.join(' '))
  return values
}

function readInput(
  given: JsonValue | undefined,
  { schema, minOccurs = 1, maxOccurs = 1 }: InputDescription
): MockValue | MockValue[] | undefined {
  const value = given === undefined ? schema.default : given
  if (value === undefined) {
    if (minOccurs === 0) return undefined
    throw new InputError(`It is missing. Expected: ${occurrences(minOccurs, maxOccurs)}.`)
  }
  if (maxOccurs === 1) return readInputValue(value, schema)
  // A default is one value of the schema, even where the schema is an array.
  const values = given !== undefined && Array.isArray(value) ? value : [value]
  if (values.length < minOccurs || (maxOccurs !== 'unbounded' && values.length > maxOccurs)) {
    throw new InputError(`${values.length} values are given. Expected: ${occurrences(minOccurs, maxOccurs)}.`)
  }
  return values.map((item) => readInputValue(item, schema))
}

function occurrences(minOccurs: number, maxOccurs: number | 'unbounded'): string {
  const plural = maxOccurs === 1 ? 'value' : 'values'
  if (maxOccurs === 'unbounded') return `at least ${minOccurs} ${plural}`
  return minOccurs === maxOccurs ? `${minOccurs} ${plural}` : `${minOccurs} to ${maxOccurs} ${plural}`
}

function expectedIds(described: Readonly<Record<string, InputDescription>>): string {
  const ids = Object.keys(described)
  return ids.length === 0 ? 'no inputs' : ids.join(', ')
}
