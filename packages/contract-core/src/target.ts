/** A deviation of a server from a feature. */
export interface Deviation<Context> {
  /** `partly` if a user still gets something useful. */
  readonly support: 'partly' | 'no'
  /** What the server does instead, in one sentence. */
  readonly server: string
  /** How the client handles it, in one sentence. */
  readonly client: string
  /** How the feature must fail. Another failure, or none because the server was fixed, fails the run. */
  readonly symptom: RegExp
  /** The test that must pass instead. */
  readonly instead: (context: Context) => Promise<void>
}

/** A deviation of a server's responses from the OpenAPI contract. */
export interface AnswerDeviation {
  /** Method and path of the contract, as in `GET /jobs/{jobID}`; the path `*` means all. */
  readonly operation: string
  /** Default: all statuses. */
  readonly status?: number
  /** Matches the validator's message. */
  readonly violation: RegExp
  /** What the server sends, in one sentence. */
  readonly server: string
  /** How the client handles it, in one sentence. */
  readonly client: string
}

/** The static facts about a server. */
export interface Deviations<Context> {
  /** The column title in the compatibility table: `pygeoapi 0.24.0`. */
  readonly name: string
  /** By the id of the feature. */
  readonly features: Readonly<Record<string, Deviation<Context>>>
  readonly answers: readonly AnswerDeviation[]
}

/** A server that the contract is run against. */
export interface Target<Context> extends Deviations<Context> {
  /**
   * Sets up the context of one feature, and tears it down afterwards. All requests of the context must go through `watch`.
   */
  readonly open: (watch: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch) => Promise<Opened<Context>>
}

export interface Opened<Context> {
  readonly context: Context
  readonly close: () => void | Promise<void>
}
