import type { ErrorFactory } from '../errors/client-error.ts'
import { type Auth, isToken } from '../request/credentials/read-credentials.ts'
import { checkAuth } from '../validation/request-options.ts'
import type { BaseOptions } from './options.ts'

/** The settings of a client that can be given a token. Durations are milliseconds. */
export interface BearerOptions extends BaseOptions {
  /** Sent as `Authorization: Bearer …` to the service's own origin only. Pass either this or `auth`. */
  readonly accessToken?: string | undefined
  /** Returns the credentials; called for each attempt. Use `basic`, `bearer`, `apiKey`, or your own function. Pass either this or `accessToken`. */
  readonly auth?: Auth | undefined
}

/** The rules of the two settings that say who asks; `bearerAuth` reads them. */
export const bearerRules = { accessToken: true, auth: true } as const

/** The function that authenticates requests, from either of the two ways to ask for it. */
export function bearerAuth(options: BearerOptions, make: ErrorFactory): Auth | undefined {
  const { accessToken, auth } = options
  checkAuth(auth, accessToken !== undefined ? 'accessToken' : undefined, make)
  if (accessToken === undefined) return auth
  if (!isToken(accessToken)) {
    const message = 'accessToken must be a non-empty string without spaces, line breaks or non-ASCII characters'
    throw make({ code: 'invalid-argument', message })
  }
  return () => accessToken
}
