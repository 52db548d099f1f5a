/** Options for TanStack Query 5, in every framework that it supports. Spread them to add more. */
export interface QueryOptions<T> {
  /** Contains the service, the user and the arguments; no secrets. */
  readonly queryKey: readonly unknown[]
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<T>
  /** The client already retries. A second layer would multiply the requests. */
  readonly retry: false
  /** How long a response counts as fresh, in milliseconds. */
  readonly staleTime: number
}

/** Options of a query that is polled until its data is final. */
export interface PollingQueryOptions<T> extends QueryOptions<T> {
  readonly refetchInterval: (query: {
    readonly state: { readonly data: T | undefined; readonly dataUpdateCount: number }
  }) => number | false
}

/** Milliseconds until the next poll: short at first, at most ten seconds. */
export function pace(polls: number): number {
  return Math.min(10_000, Math.round(500 * 1.25 ** Math.min(polls, 20)))
}
