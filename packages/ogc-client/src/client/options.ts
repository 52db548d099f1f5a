import {
  type Auth,
  type BaseOptions,
  checkAuth,
  isFunction,
  isRecord,
  isToken,
  publicConfig,
  type Rules
} from '@geoclients/client-core'
import { makeOgcError } from '../errors/ogc-error.ts'

/** The settings of an `OgcClient`. Durations are milliseconds. */
export interface OgcClientOptions extends BaseOptions {
  /** Who the credentials belong to. For display and logs only, never sent. */
  readonly userName?: string | undefined
  /** Sent as `Authorization: Bearer …` to the service's own origin only. Pass either this or `auth`. */
  readonly accessToken?: string | undefined
  /** Returns the credentials; called for each attempt. Use `basic`, `bearer`, `apiKey`, or your own function. Pass either this or `accessToken`. */
  readonly auth?: Auth | undefined
  /** How long a process description is cached, in milliseconds. Default 300 000 (5 minutes). */
  readonly descriptionLifetime?: number | undefined
  /** Called with a message if something is odd but not a failure, such as an unknown job status. Default: `console.warn`. */
  readonly onWarning?: ((message: string) => void) | undefined
}

/** The settings of a client without its secrets. Safe to print, to store, and to spread into the options of another client. */
export type OgcClientConfig = Readonly<
  Pick<
    OgcClientOptions,
    | 'baseUrl'
    | 'userName'
    | 'timeout'
    | 'retry'
    | 'credentials'
    | 'descriptionLifetime'
    | 'maxBodyBytes'
    | 'trustedOrigins'
  >
>

/** The rules of the settings that only this client has; `authOf` reads the two that say who asks. */
export const ownOptions: Rules<Exclude<keyof OgcClientOptions, keyof BaseOptions>> = {
  userName: [(value) => typeof value === 'string', 'a string'],
  accessToken: true,
  auth: true,
  descriptionLifetime: [(value) => typeof value === 'number' && value >= 0, 'milliseconds, 0 or more'],
  onWarning: [isFunction, 'a function that takes a message']
}

/** The function that authenticates requests, from either of the two ways to ask for it. */
export function authOf(options: OgcClientOptions): Auth | undefined {
  if (!isRecord(options)) return undefined // refused by client-core
  const { accessToken, auth } = options
  checkAuth(auth, accessToken !== undefined ? 'accessToken' : undefined, makeOgcError)
  if (accessToken === undefined) return auth
  if (!isToken(accessToken)) {
    const message = 'accessToken must be a non-empty string without spaces, line breaks or non-ASCII characters'
    throw makeOgcError({ code: 'invalid-argument', message })
  }
  return () => accessToken
}

/** How long a process description is remembered where nobody says it, in ms. */
export const defaultLifetime = 300_000

const shown = [
  'userName',
  'timeout',
  'retry',
  'credentials',
  'descriptionLifetime',
  'maxBodyBytes',
  'trustedOrigins'
] as const

/** The options that may be shown. */
export function configOf(options: OgcClientOptions, baseUrl: string): OgcClientConfig {
  return publicConfig(options, shown, baseUrl)
}
