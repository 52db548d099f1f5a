import { type BaseOptions, type BearerOptions, bearerRules, type Rules } from '@geoclients/client-core'

/** The settings of a `$ApiClient`. Durations are milliseconds. */
export type $ApiClientOptions = BearerOptions

/** The settings of a client without its secrets. Safe to print, to store, and to spread into the options of another client. */
export type $ApiClientConfig = Readonly<Pick<$ApiClientOptions, 'baseUrl' | (typeof shown)[number]>>

/** The rules of the settings that not every client has. */
export const ownOptions: Rules<Exclude<keyof $ApiClientOptions, keyof BaseOptions>> = bearerRules

/** Bound of a call in milliseconds where nobody says it. */
export const defaultTimeout = 60_000

export const shown = ['timeout', 'retry', 'credentials', 'maxBodyBytes', 'trustedOrigins'] as const
