import type { CasClient } from '../client/cas-client.ts'
import type { Dataset } from '../generated/types.ts'
import type { DatasetQuery } from '../request/query.ts'

/** Options for TanStack Query 5, in every framework that it supports. Spread them to add more. */
export interface QueryOptions<T> {
  /** Contains the service and the arguments; no secrets. */
  readonly queryKey: readonly unknown[]
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<T>
  /** The client already retries. A second layer would multiply the requests. */
  readonly retry: false
  /** How long a response counts as fresh, in milliseconds. */
  readonly staleTime: number
}

/** How long a catalogue counts as fresh. It changes only with a new deployment of the service. */
const catalogueFor = 300_000

/**
 * All datasets that match a query, for TanStack Query. `limit` is the page size, `offset` the first dataset.
 *
 * @example
 * const { queryKey, queryFn } = datasetsQuery(cas, { variable: 'elevation' })
 * const datasets = await queryFn({ signal })
 * console.log(datasets.length > 0) // true
 */
export function datasetsQuery(
  cas: Pick<CasClient, 'iterDatasets' | 'config'>,
  query: DatasetQuery = {}
): QueryOptions<Dataset[]> {
  return {
    queryKey: ['cas', { baseUrl: String(cas.config.baseUrl) }, 'datasets', query],
    queryFn: async ({ signal }) => {
      const datasets: Dataset[] = []
      for await (const dataset of cas.iterDatasets(query, { signal })) datasets.push(dataset)
      return datasets
    },
    retry: false,
    staleTime: catalogueFor
  }
}
