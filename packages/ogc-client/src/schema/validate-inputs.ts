import { Validator } from '@cfworker/json-schema'
import type { ProcessDescription } from '../generated/types.ts'
import type { SchemaOptions } from './input-schema.ts'
import { asSent } from './validate/as-sent.ts'
import { type InputIssue, readInputs } from './validate/read-inputs.ts'

/**
 * Checks inputs against the description of their process (18-062r2, 7.10 and 7.11.2). Returns the faults, or an empty
 * array. It accepts what `run` accepts: values, qualified values, links, bytes, dates, other processes. For a link or a
 * Blob, only the media type is checked. Unknown formats are not checked. Does not use `eval`.
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
