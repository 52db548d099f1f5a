/** One thing that every server of an API must do, proven by a run against it. */
export interface Feature<Context> {
  /** Unique in its contract and stable: the key of deviations, such as `jobs.dismiss-running`. */
  readonly id: string
  /** What a user gets, as a row of the compatibility table: `A running job is dismissed`. */
  readonly title: string
  /** Fails where the server does not do it. Must not ask which server it is. */
  readonly run: (context: Context) => Promise<void>
}

/** Features that belong together: a section of the compatibility table. */
export interface Area<Context> {
  readonly title: string
  readonly features: readonly Feature<Context>[]
}
