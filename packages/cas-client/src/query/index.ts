import type { CasClient } from '../client/cas-client.ts'
import type { Dataset } from '../generated/types.ts'
import type { DatasetQuery } from '../request/query.ts'

/** What TanStack Query 5 takes, in every framework that it has an adapter for; to be spread where more is wanted. */
export interface QueryOptions<T> {
  /** Holds the service and what is asked for; no secret. */
  readonly queryKey: readonly unknown[]
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<T>
  /** The client repeats by itself what may be repeated: repeats of repeats would make a dozen requests of one. */
  readonly retry: false
  /** Milliseconds for which an answer is taken for new. */
  readonly staleTime: number
}

/** How long a catalogue is taken for new: it changes when the service is deployed anew. */
const catalogueFor = 300_000

/**
 * The datasets of all pages that a query matches, for TanStack Query. `limit` is the size of a page, `offset` where it
 * begins.
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
