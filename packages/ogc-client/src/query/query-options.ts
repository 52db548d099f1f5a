/** What TanStack Query 5 takes, in every framework that it has an adapter for; to be spread where more is wanted. */
export interface QueryOptions<T> {
  /** Holds the service, the user and what is asked for; no secret. */
  readonly queryKey: readonly unknown[]
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<T>
  /** The client repeats by itself what may be repeated: repeats of repeats would make a dozen requests of one. */
  readonly retry: false
  /** Milliseconds for which an answer is taken for new. */
  readonly staleTime: number
}

/** Options of a query whose answer changes until it is over. */
export interface PollingQueryOptions<T> extends QueryOptions<T> {
  readonly refetchInterval: (query: {
    readonly state: { readonly data: T | undefined; readonly dataUpdateCount: number }
  }) => number | false
}

/** Milliseconds until the next poll: as a job's own, soon at first and never more than ten seconds apart. */
export function pace(polls: number): number {
  return Math.min(10_000, Math.round(500 * 1.25 ** Math.min(polls, 20)))
}
