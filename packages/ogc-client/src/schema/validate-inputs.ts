import { Validator } from '@cfworker/json-schema'
import type { ProcessDescription } from '../generated/types.ts'
import type { SchemaOptions } from './input-schema.ts'
import { asSent } from './validate/as-sent.ts'
import { type InputIssue, readInputs } from './validate/read-inputs.ts'

/**
 * What is wrong with inputs by the description of their process (18-062r2, 7.10 and 7.11.2); empty where nothing is.
 * Takes what `run` takes: values, qualified values, links, bytes, dates, other processes. What a link or a Blob holds is
 * not looked at, only its media type. Interprets the schemas without `eval`. A format that is not known is not checked.
 *
 * @example
 * const issues = validateInputs(await ogc.getProcess('primes_between'), { min_val: -1 })
 * console.log(issues[0]?.pointer, issues[0]?.message) // /min_val must be at least 0, not -1
 */
export function validateInputs(
  description: ProcessDescription,
  inputs: unknown,
  { resolve }: SchemaOptions = {}
): readonly InputIssue[] {
  const sent = asSent(inputs)
  if ('issue' in sent) return [sent.issue]
  return readInputs(sent.inputs, description, { Validator, linkRule: () => undefined, resolve }).issues
}
