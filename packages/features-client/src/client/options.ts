import { type BaseOptions, type BearerOptions, bearerRules, isFunction, type Rules } from '@geoclients/client-core'

/** The settings of a `FeaturesClient`. Durations are milliseconds. */
export interface FeaturesClientOptions extends BearerOptions {
  /** Called with a message if something is odd but not a failure, such as an entry that is left out. Default: `console.warn`. */
  readonly onWarning?: ((message: string) => void) | undefined
}

/** The settings of a client without its secrets. Safe to print, to store, and to spread into the options of another client. */
export type FeaturesClientConfig = Readonly<Pick<FeaturesClientOptions, 'baseUrl' | (typeof shown)[number]>>

/** The rules of the settings that only this client has. */
export const ownOptions: Rules<Exclude<keyof FeaturesClientOptions, keyof BaseOptions>> = {
  ...bearerRules,
  onWarning: [isFunction, 'a function that takes a message']
}

/** Default time limit of a call, in milliseconds. */
export const defaultTimeout = 60_000

export const shown = ['timeout', 'retry', 'credentials', 'maxBodyBytes', 'trustedOrigins'] as const
