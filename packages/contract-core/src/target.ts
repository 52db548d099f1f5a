/** Where a server does something else than a feature says. */
export interface Deviation<Context> {
  /** `partly` where a user gets something useful all the same. */
  readonly support: 'partly' | 'no'
  /** What the server does instead, in one sentence. */
  readonly server: string
  /** What the client makes of it, in one sentence. */
  readonly client: string
  /** How the feature must fail; another failure, or none since the server was repaired, fails the run. */
  readonly symptom: RegExp
  /** What is asserted instead. */
  readonly instead: (context: Context) => Promise<void>
}

/** Where answers of a server do not match the OpenAPI contract. */
export interface AnswerDeviation {
  /** Method and path of the contract, as in `GET /jobs/{jobID}`; a `*` for the path means all. */
  readonly operation: string
  /** All statuses where it is left out. */
  readonly status?: number
  /** Matches the violation as the validator words it. */
  readonly violation: RegExp
  /** What the server answers, in one sentence. */
  readonly server: string
  /** What the client makes of it, in one sentence. */
  readonly client: string
}

/** What can be said of a server without running it. */
export interface Deviations<Context> {
  /** As a column of the compatibility table: `pygeoapi 0.24.0`. */
  readonly name: string
  /** By the id of the feature. */
  readonly features: Readonly<Record<string, Deviation<Context>>>
  readonly answers: readonly AnswerDeviation[]
}

/** A server that the contract is run against. */
export interface Target<Context> extends Deviations<Context> {
  /**
   * Sets up what one feature needs and tears it down afterwards. All requests of the context must go through `watch`.
   */
  readonly open: (watch: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch) => Promise<Opened<Context>>
}

export interface Opened<Context> {
  readonly context: Context
  readonly close: () => void | Promise<void>
}
