import {
  type BaseOptions,
  type BearerOptions,
  bearerRules,
  isFunction,
  publicConfig,
  type Rules
} from '@geoclients/client-core'

/** The settings of an `OgcClient`. Durations are milliseconds. */
export interface OgcClientOptions extends BearerOptions {
  /** Who the credentials belong to. For display and logs only, never sent. */
  readonly userName?: string | undefined
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

/** The rules of the settings that not every client has. */
export const ownOptions: Rules<Exclude<keyof OgcClientOptions, keyof BaseOptions>> = {
  userName: [(value) => typeof value === 'string', 'a string'],
  ...bearerRules,
  descriptionLifetime: [(value) => typeof value === 'number' && value >= 0, 'milliseconds, 0 or more'],
  onWarning: [isFunction, 'a function that takes a message']
}

/** How long a process description is cached by default, in ms. */
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
