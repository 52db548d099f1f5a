import { ClientError } from '../errors/client-error.ts'

/** The error for options that cannot be right; values are not shown, they may be secrets in the wrong place. */
export function invalidOption(name: string, expected: string): ClientError {
  return new ClientError({ code: 'invalid-argument', message: `${name} must be ${expected}` })
}
