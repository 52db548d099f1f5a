import { invalidArgument } from '@geoclients/client-core'
import { makeOgcError } from '../errors/ogc-error.ts'
import type { ProcessDescription, ProcessRequest } from '../generated/types.ts'
import type { PreparedRequest } from './prepare-request.ts'

/** Checks inputs and returns the issues: `validateInputs` of `@geoclients/ogc-client/schema`, or your own function. */
export type InputCheck = (
  description: ProcessDescription,
  inputs: unknown
) => readonly { readonly pointer: string; readonly message: string }[]

/** Refuses inputs that the process description does not allow. The issues are the error's `cause`. */
export function checkInputs(check: InputCheck, description: ProcessDescription, { body }: PreparedRequest): void {
  if (typeof check !== 'function') {
    throw invalidArgument(
      makeOgcError,
      'validate',
      check,
      'a function, such as validateInputs of @geoclients/ogc-client/schema'
    )
  }
  const { inputs = {} } = JSON.parse(body) as ProcessRequest
  const issues = check(description, inputs)
  if (issues.length === 0) return
  const told = issues.map(({ pointer, message }) => `inputs${pointer} ${message}`).join('; ')
  const message = `the inputs of process ${JSON.stringify(description.id)} are not valid: ${told}`
  throw makeOgcError({ code: 'invalid-argument', message, cause: issues })
}
