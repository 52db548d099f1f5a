import { optionalPackage } from '@geoclients/mock-core'
import type { ProcessDescription } from '../generated/types.ts'
import { readInputs as read, sentenceOfIssue } from '../schema/validate/read-inputs.ts'
import type { JsonValue } from '../types/json.ts'
import type { MockInputs } from './mock-process.ts'
import { badRequest } from './problems.ts'

// At once, not at the first value: the time that it takes would pass between the ticks of a test's clock.
const { Validator } = await optionalPackage(
  '@cfworker/json-schema',
  'The mock of @geoclients/ogc-client',
  () => import('@cfworker/json-schema')
)

/**
 * Checks the inputs of an execution against the description of its process, as `validateInputs` does, and fills in
 * defaults. The mock fetches nothing: a link must hold its value itself.
 * @throws Problem 400 that names every input that is wrong, and what was expected
 */
export function readInputs(given: JsonValue | undefined, description: ProcessDescription): MockInputs {
  const linkRule = (href: string): string => `must be a data: URL, since the mock fetches nothing, not ${href}`
  const { values, issues } = read(given, description, { Validator, linkRule })
  if (issues.length > 0) throw badRequest(issues.map(sentenceOfIssue).join(' '))
  return values
}
