import {
  type ApiClient,
  type ApiResult,
  checkRequestOptions,
  createRuntime,
  invalidArgument,
  iteratePages,
  linkSignals,
  mapConcurrently,
  publicConfig,
  type Received,
  type RequestOptions,
  type Runtime,
  receive
} from '@geoclients/client-core'
import { type BatchExtractRequest, batchBody, type ExtractRequest, extractBody } from './arguments/extract.ts'
import { type DatasetQuery, datasetQuery, type PageQuery, pageQuery } from './arguments/queries.ts'
import { makeCasError } from './cas-error.ts'
import { safety } from './generated/safety.ts'
import type {
  AttributeResponse,
  BatchAttributeResponse,
  Dataset,
  DatasetListResponse,
  HealthResponse,
  ProviderDetail,
  ProviderListResponse,
  paths
} from './generated/types.ts'
import { authOf, type CasClientConfig, type CasClientOptions } from './options.ts'
import { readBatch, readDatasets, readExtract, readHealth, readProvider, readProviders } from './reader/answers.ts'
import { describeFailure } from './reader/failure.ts'

const defaultTimeout = 120_000

/** How an iteration over several requests is made. */
export interface IterateOptions extends RequestOptions {
  /** Requests under way at once, 1 to 64. Default 4. */
  readonly concurrency?: number | undefined
}

/**
 * A client of one Community Attribute Service. Its methods reject with a `CasError` and with nothing else.
 *
 * @example
 * const cas = new CasClient({ baseUrl: 'https://example.com/cas', apiKey })
 * const response = await cas.extract({
 *   geometry: { type: 'Point', coordinates: [7.45, 46.95] },
 *   datasetIds: ['copernicus_dem:elevation']
 * })
 * console.log(byDataset(response, 'copernicus_dem:elevation')?.value)
 */
export class CasClient {
  /** The client's settings, frozen and without secrets. */
  readonly config: CasClientConfig
  /** The contract's path map, through the client's pipeline: for what the methods did not foresee. */
  readonly api: ApiClient<paths>
  readonly #runtime: Runtime<paths>

  constructor(options: CasClientOptions) {
    const auth = authOf(options)
    this.#runtime = createRuntime<paths>(options, { error: makeCasError, safe: safety, auth, timeout: defaultTimeout })
    this.config = publicConfig(options, ['timeout', 'retry', 'credentials'], this.#runtime.baseUrl)
    this.api = this.#runtime.api
  }

  /**
   * The attributes of one geometry. Datasets that failed are absent from `results` and named in `warnings`:
   * see `failedDatasets`. Results are in no promised order: see `byDataset`.
   */
  async extract(request: ExtractRequest, options: RequestOptions = {}): Promise<AttributeResponse> {
    const init = { ...this.#patient(options), body: extractBody(request), parseAs: 'response' } as const
    return readExtract(await this.#receive(this.api.POST('/api/v1/extract', init)))
  }

  /** The attributes of up to 1,000 geometries, `responses` in their order; `total_results` counts the values found. */
  async batchExtract(request: BatchExtractRequest, options: RequestOptions = {}): Promise<BatchAttributeResponse> {
    const init = { ...this.#patient(options), body: batchBody(request), parseAs: 'response' } as const
    return readBatch(await this.#receive(this.api.POST('/api/v1/extract/batch', init)))
  }

  /** One page of the providers, in short. See `iterProviders` for all, in full. */
  async providers(query: PageQuery = {}, options: RequestOptions = {}): Promise<ProviderListResponse> {
    const init = { ...options, params: { query: pageQuery(query) }, parseAs: 'response' } as const
    return readProviders(await this.#receive(this.api.GET('/api/v1/providers', init)))
  }

  /** A provider with its datasets. */
  async provider(slug: string, options: RequestOptions = {}): Promise<ProviderDetail> {
    const init = { ...options, params: { path: { slug } }, parseAs: 'response' } as const
    return readProvider(await this.#receive(this.api.GET('/api/v1/providers/{slug}', init)))
  }

  /** One page of the catalogue. See `iterDatasets` for all. An unknown provider gives an empty page, no error. */
  async datasets(query: DatasetQuery = {}, options: RequestOptions = {}): Promise<DatasetListResponse> {
    const init = { ...options, params: { query: datasetQuery(query) }, parseAs: 'response' } as const
    return readDatasets(await this.#receive(this.api.GET('/api/v1/datasets', init)))
  }

  /** Whether the service is up, and the state of its cache. Needs no key. */
  async health(options: RequestOptions = {}): Promise<HealthResponse> {
    return readHealth(await this.#receive(this.api.GET('/health', { ...options, parseAs: 'response' })))
  }

  /**
   * All providers in full, from `offset` on, in the order of the list; details are fetched a few at a time, and those
   * under way are aborted when the reader leaves. `limit` is the size of a page.
   */
  async *iterProviders(
    query: PageQuery = {},
    options: IterateOptions = {}
  ): AsyncGenerator<ProviderDetail, void, undefined> {
    checkRequestOptions(options, makeCasError)
    const { concurrency = 4, ...rest } = options
    if (!(Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= 64)) {
      throw invalidArgument(makeCasError, 'concurrency', concurrency, 'a whole number from 1 to 64')
    }
    const { offset = 0 } = pageQuery(query)
    const link = linkSignals(rest.signal)
    const own: RequestOptions = { ...rest, signal: link.signal }
    const page = async (at: number): Promise<ProviderListResponse & { at: number }> => ({
      ...(await this.providers({ ...query, offset: at }, own)),
      at
    })
    const providers = iteratePages({
      first: () => page(offset),
      items: (list) => list.providers,
      next: (list) => nextOffset(list, list.providers.length),
      follow: page
    })
    try {
      yield* mapConcurrently(providers, ({ slug }) => this.provider(slug, own), concurrency)
    } finally {
      link.abort(undefined)
    }
  }

  /** All datasets that match, from `offset` on, a page at a time as they are asked for; `limit` is the size of a page. */
  async *iterDatasets(
    query: DatasetQuery = {},
    options: RequestOptions = {}
  ): AsyncGenerator<Dataset, void, undefined> {
    const { offset = 0 } = datasetQuery(query)
    const page = async (at: number): Promise<DatasetListResponse & { at: number }> => ({
      ...(await this.datasets({ ...query, offset: at }, options)),
      at
    })
    yield* iteratePages({
      first: () => page(offset),
      items: (list) => list.datasets,
      next: (list) => nextOffset(list, list.datasets.length),
      follow: page
    })
  }

  /** Ends the client: aborts its requests and rejects them with `closed`. May be called again. */
  close(): void {
    this.#runtime.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  /** One try of an extraction may take as long as the call: given up earlier, it would only start anew. */
  #patient(options: RequestOptions): RequestOptions {
    checkRequestOptions(options, makeCasError)
    const timeout = options.timeout ?? this.config.timeout ?? defaultTimeout
    const retry = options.retry ?? this.config.retry ?? {}
    return retry ? { ...options, retry: { ...retry, tryTimeout: retry.tryTimeout ?? timeout } } : options
  }

  #receive(call: Promise<ApiResult>): Promise<Received> {
    return receive(call, describeFailure(this.#runtime.clock), makeCasError)
  }
}

/**
 * Where the next page starts, counted here; undefined after the last one, and where the service answered with another
 * page than it was asked for. Without a `total` the pages go on to an empty one.
 */
function nextOffset(
  { at, offset, total }: { at: number; offset: unknown; total: unknown },
  items: number
): number | undefined {
  const isOther = typeof offset === 'number' && offset !== at
  const isLast = typeof total === 'number' && at + items >= total
  return isOther || isLast ? undefined : at + items
}
