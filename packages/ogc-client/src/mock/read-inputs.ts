import type { ProcessDescription } from '../generated/types.ts'
import { readInputs as read, sentenceOfIssue } from '../schema/validate/read-inputs.ts'
import type { JsonValue } from '../types/json.ts'
import type { MockInputs } from './mock-process.ts'
import { badRequest } from './problems.ts'
import { loadedValidator } from './validator.ts'

/**
 * Checks the inputs of an execution against the description of its process, as `validateInputs` does, and fills in
 * defaults. Links of http were followed before; one that is left must hold its value itself.
 * @throws Problem 400 that names every input that is wrong, and what was expected
 */
export function readInputs(given: JsonValue | undefined, description: ProcessDescription): MockInputs {
  const linkRule = (href: string): string => `must lead to an http or a valid data: URL, not to ${href}`
  const { values, issues } = read(given, description, { Validator: loadedValidator(), linkRule })
  if (issues.length > 0) throw badRequest(issues.map(sentenceOfIssue).join(' '))
  return values
}
