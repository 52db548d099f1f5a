import { ClientError } from '../errors/client-error.ts'

/** The error for wrong options. It shows no values, because a secret may be in the wrong place. */
export function invalidOption(name: string, expected: string): ClientError {
  return new ClientError({ code: 'invalid-argument', message: `${name} must be ${expected}` })
}
