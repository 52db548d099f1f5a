import type { ProcessDescription } from '../../generated/types.ts'
import { readInputs as read, sentenceOfIssue } from '../../schema/validate/read-inputs.ts'
import type { JsonValue } from '../../types/json.ts'
import { badRequest } from '../answers/problems.ts'
import type { MockInputs } from '../mock-process.ts'
import { loadedValidator } from '../validator.ts'

/**
 * Checks the inputs of an execution against the process description, like `validateInputs`, and fills in defaults. http links
 * were already resolved; any other link must be a `data:` URL.
 * @throws Problem 400 that names every wrong input and what was expected
 */
export function readInputs(given: JsonValue | undefined, description: ProcessDescription): MockInputs {
  const linkRule = (href: string): string => `must lead to an http or a valid data: URL, not to ${href}`
  const { values, issues } = read(given, description, { Validator: loadedValidator(), linkRule })
  if (issues.length > 0) throw badRequest(issues.map(sentenceOfIssue).join(' '))
  return values
}
