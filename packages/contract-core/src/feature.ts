/** Something that every server of an API must do, with a test. */
export interface Feature<Context> {
  /** Unique in its contract and stable: the key of deviations, such as `jobs.dismiss-running`. */
  readonly id: string
  /** The row title in the compatibility table: `A running job is dismissed`. */
  readonly title: string
  /** Fails if the server does not do it. Must not depend on the server. */
  readonly run: (context: Context) => Promise<void>
}

/** Related features: a section of the compatibility table. */
export interface Area<Context> {
  readonly title: string
  readonly features: readonly Feature<Context>[]
}
