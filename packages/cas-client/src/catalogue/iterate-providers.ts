import { check, iterateOffsets, linkSignals, type PartCore, type RequestOptions } from '@geoclients/client-core'
import { inOrder } from '../bulk/ordered-map.ts'
import type { IterateOptions } from '../client/options.ts'
import { makeCasError } from '../errors/cas-error.ts'
import type { ProviderDetail, ProviderListResponse } from '../generated/types.ts'
import type { PageQuery } from '../request/query.ts'
import { concurrencyRule } from '../request/validate.ts'

/** The methods of the client that ask for providers. */
interface Providers {
  providers(query: PageQuery, options: RequestOptions): Promise<ProviderListResponse>
  provider(slug: string, options: RequestOptions): Promise<ProviderDetail>
}

/** All providers of a list with their datasets, a few at a time; open requests are aborted when it is left. */
export async function* iterateProviders(
  core: PartCore,
  client: Providers,
  query: PageQuery,
  options: IterateOptions | undefined,
  left: AbortSignal
): AsyncGenerator<ProviderDetail, undefined, undefined> {
  const { concurrency = 4, ...given } = options ?? {}
  check('concurrency', concurrency, concurrencyRule, makeCasError)
  const link = linkSignals(given.signal, left)
  const own: RequestOptions = { ...given, signal: link.signal }
  const begin = { signal: own.signal, timeout: Number.POSITIVE_INFINITY, offset: query.offset ?? 0 }
  const page = (offset: number): Promise<ProviderListResponse> => client.providers({ ...query, offset }, own)
  const listed = iterateOffsets(
    core,
    () => begin,
    page,
    (list) => list.providers
  )
  try {
    yield* inOrder(listed, ({ slug }) => client.provider(slug, own), concurrency)
  } finally {
    link.abort(undefined)
  }
}
