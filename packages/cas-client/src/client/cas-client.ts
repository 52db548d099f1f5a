import {
  type ApiClient,
  type CallSettings,
  type ClientCore,
  createCore,
  iterateOffsets,
  leavable,
  type OperationParts,
  type OwnArgument,
  publicConfig,
  type Received,
  type RequestOptions,
  readJson,
  withPart
} from '@geoclients/client-core'
import type { EnrichedRow, EnrichRequest } from '../bulk/enrich/enrich.ts'
import type { Service } from '../bulk/extract-all.ts'
import type { StreamOptions } from '../bulk/options.ts'
import type { StreamRequest } from '../bulk/request.ts'
import type { ExtractRow } from '../bulk/rows.ts'
import type { Source } from '../bulk/source.ts'
import type { FindDatasets, FindOptions } from '../catalogue/find-datasets.ts'
import { makeCasError } from '../errors/cas-error.ts'
import { requestRules } from '../generated/operations.ts'
import type {
  AttributeResponse,
  BatchAttributeResponse,
  Dataset,
  DatasetListResponse,
  HealthResponse,
  ProviderDetail,
  ProviderListResponse,
  paths
} from '../generated/types.ts'
import type { OnDemand } from '../on-demand/all.ts'
import { onDemand } from '../on-demand/load.ts'
import { defaultTimeout } from '../request/default-timeout.ts'
import type { BatchExtractRequest, ExtractRequest, Warn } from '../request/extract-body.ts'
import type { GeometryLike } from '../request/geometry.ts'
import { type DatasetQuery, datasetQuery, type PageQuery, pageQuery } from '../request/query.ts'
import { describeFailure } from '../response/failure.ts'
import { readDatasets, readHealth, readProvider, readProviders } from '../response/parse.ts'
import type { FeatureLike } from '../types/geojson.ts'
import {
  authOf,
  type CasClientConfig,
  type CasClientOptions,
  findRules,
  type IterateOptions,
  iterateRules,
  type LimitedPace,
  limitOf,
  ownOptions
} from './options.ts'

/**
 * One attempt of an extraction may take as long as the whole call: a new attempt would only start from the beginning.
 */
const slow = new Set(['POST /api/v1/extract', 'POST /api/v1/extract/batch'])

type Work<R> = (rest: OnDemand, own: CallSettings) => R | Promise<R>

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
  /**
   * Typed HTTP calls by the contract's paths, for requests that no method covers. They have the client's credentials
   * and retries.
   */
  readonly api: ApiClient<paths>
  readonly #core: ClientCore<paths>
  readonly #warn: Warn
  readonly #opensAt: Service['opensAt']

  constructor(options: CasClientOptions) {
    let pace: LimitedPace | undefined
    this.#core = createCore<paths>(options, {
      ...{ error: makeCasError, describe: describeFailure, rules: requestRules, slow, onDemand },
      ...{ options: ownOptions, auth: () => authOf(options), timeout: defaultTimeout },
      pace: (core) => (pace = limitOf(options, core))
    })
    this.#opensAt = pace?.opensAt
    this.#warn = options.onWarning ?? ((message) => globalThis.console?.warn(message))
    const shown = ['timeout', 'retry', 'credentials', 'requestsPerMinute', 'maxBodyBytes', 'trustedOrigins'] as const
    this.config = publicConfig(options, shown, this.#core.baseUrl)
    this.api = this.#core.api
  }

  /**
   * The attributes of one geometry. A dataset that failed is missing from `results`, and `warnings` names it: see
   * `failedDatasets`. The order of the results is not defined: see `byDataset`.
   */
  async extract(request: ExtractRequest, options?: RequestOptions): Promise<AttributeResponse> {
    return this.#withRest(options, (rest, own) => rest.extract(this.#core, request, own, this.#warn))
  }

  /**
   * The attributes of several geometries, in one request. `responses` has their order; `total_results` is the number of
   * values found. The service limits the number of geometries (1,000 by default); for more, see `extractAll`.
   */
  async batchExtract(request: BatchExtractRequest, options?: RequestOptions): Promise<BatchAttributeResponse> {
    return this.#withRest(options, (rest, own) => rest.batchExtract(this.#core, request, own, this.#warn))
  }

  /**
   * The attributes of any number of geometries: one row per item, in the order of the source. A failure is a row with
   * an error. Memory use stays constant, because at most `concurrency` batches are read ahead.
   *
   * - Items are sent in batches of `batchSize` geometries and up to 100,000 vertices. If you ask for more than 50
   *   datasets, several requests are sent and joined; the row is `ok` if all of them succeeded.
   * - An item that is clearly wrong (see `extract`) fails alone and is not sent.
   * - A batch that keeps failing (4xx, 5xx, timeout, network) is halved until the items that fail are isolated. If
   *   items that are far apart fail in the same way, the batch is given up; the error of an item that was never sent
   *   alone says so.
   * - After a 429, or a 503 with `Retry-After`, the run waits as long as the service asks, up to ten minutes. If the
   *   service cannot be reached, the run waits for some minutes. Neither happens if `retry` is `false` or its limit is
   *   0.
   * - A dataset that failed is missing from `response.results`, as in `extract`.
   * - Do not reuse an item object: it is read again when its batch is sent and when its row is returned.
   *
   * If you leave the loop early, the source is closed and open requests are aborted. Until you ask for the first row, the
   * source is not touched: rows that were never begun leave it open, as a generator does. The iteration itself rejects with
   * `aborted` or `closed`, with `invalid-argument` before anything is sent, with an error that every item would meet
   * (no service at this address, 401, 403, 404), and with any error of the source, after the rows before it.
   *
   * @example
   * for await (const row of cas.extractAll(features, { datasetIds }, { concurrency: 4 })) {
   *   if (row.ok) use(row.input, row.response)
   *   else console.warn(row.index, row.error.message)
   * }
   */
  extractAll<G extends GeometryLike>(
    source: Source<G>,
    request: StreamRequest,
    options: StreamOptions = {}
  ): AsyncGenerator<ExtractRow<G>, void, undefined> {
    return leavable((left) =>
      this.#rows(options, (rest, service) =>
        rest.extractRows(service, source, request, options, rest.readGeometry, left)
      )
    )
  }

  /**
   * Adds attributes to any number of features. Like `extractAll`, with `feature` in each row: a copy with the new
   * properties. If the row failed, it is an unchanged copy; with `overwrite`, without the properties of an earlier run.
   *
   * - A number becomes one property. A distribution becomes one property per class, `name.class`. A dataset without a
   *   result, or with an empty distribution, is null, and `name_quality` says why.
   * - The name is the dataset's id without the provider, after `prefix`. If two datasets have the same name, it is
   *   `provider_name`. `names` overrides both.
   * - If two properties would have the same name, the run is refused before anything is sent. If a feature already has
   *   one of the properties, the feature is refused, unless `overwrite` is set.
   * - If the service used another aggregation than the one you asked for, `onWarning` is called once per dataset.
   *
   * @example
   * for await (const { feature } of cas.enrich(features, { datasetIds: ['a:land_cover'], prefix: 'cas_' })) {
   *   console.log(feature.properties['cas_land_cover.forest'])
   * }
   */
  enrich<F extends FeatureLike>(
    source: Source<F>,
    request: EnrichRequest,
    options: StreamOptions = {}
  ): AsyncGenerator<EnrichedRow<F>, void, undefined> {
    return leavable((left) =>
      this.#rows(options, (rest, service) => rest.enrichRows(service, source, request, options, left))
    )
  }

  /**
   * All datasets that match, the finest resolution first. The service filters them: `at` becomes a `bbox` without size.
   * More than 100,000 datasets are `malformed-body`.
   *
   * With `maxAge`, in milliseconds, a response that is not older is reused, and simultaneous calls share one request:
   * `signal` and `timeout` then end only your wait, and `retry` is that of the client. Do not change what is returned.
   * A call with `headers` always sends its own request.
   *
   * @example
   * const [finest] = await cas.findDatasets({ variable: 'elevation', at: [7.45, 46.95], maxResolution: 100 })
   */
  async findDatasets(wanted: FindDatasets, options?: FindOptions): Promise<Dataset[]> {
    return this.#withRest(options, (rest) => rest.findDatasets(this.#core, this, wanted, options), findRules)
  }

  /** One page of the providers, in short form. See `iterProviders` for all, with details. */
  async providers(query: PageQuery = {}, options?: RequestOptions): Promise<ProviderListResponse> {
    return readProviders(await this.#get('GET /api/v1/providers', options, { query: pageQuery(query) }))
  }

  /** A provider with its datasets. */
  async provider(slug: string, options?: RequestOptions): Promise<ProviderDetail> {
    return readProvider(await this.#get('GET /api/v1/providers/{slug}', options, { path: { slug } }))
  }

  /** One page of the catalogue. See `iterDatasets` for all. An unknown provider gives an empty page, not an error. */
  async datasets(query: DatasetQuery = {}, options?: RequestOptions): Promise<DatasetListResponse> {
    return readDatasets(await this.#get('GET /api/v1/datasets', options, { query: datasetQuery(query) }))
  }

  /** Whether the service works, and the state of its cache. Needs no key. */
  async health(options?: RequestOptions): Promise<HealthResponse> {
    return readHealth(await this.#get('GET /health', options))
  }

  /**
   * All providers with their datasets, from `offset` on, in the order of the list. `limit` is the page size. Details
   * are fetched a few at a time; if you leave the loop, open requests are aborted.
   */
  iterProviders(query: PageQuery = {}, options?: IterateOptions): AsyncGenerator<ProviderDetail, void, undefined> {
    return leavable(async (left) => {
      pageQuery(query)
      const open: Work<AsyncGenerator<ProviderDetail, undefined>> = (rest) =>
        rest.iterateProviders(this.#core, this, query, options, left)
      return this.#withRest(options, open, iterateRules)
    })
  }

  /**
   * All datasets that match, from `offset` on. Pages are fetched one by one as you iterate; `limit` is the page size.
   */
  iterDatasets(query: DatasetQuery = {}, options?: RequestOptions): AsyncGenerator<Dataset, void, undefined> {
    const begin = (): CallSettings & { readonly offset: number } => {
      const { offset = 0 } = datasetQuery(query)
      return { ...this.#core.settings(options), offset }
    }
    const page = (at: number, signal: AbortSignal): Promise<DatasetListResponse> =>
      this.datasets({ ...query, offset: at }, { ...options, signal })
    return iterateOffsets(this.#core, begin, page, (list) => list.datasets)
  }

  /** Closes the client: its requests reject with `closed`. May be called more than once. */
  close(): void {
    this.#core.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  /** A run of many requests. What is loaded for it checks its options. */
  async #rows<R>(options: StreamOptions, work: (rest: OnDemand, service: Service) => R): Promise<R> {
    const { signal, timeout } = { ...options } // a caller without types may pass null
    return this.#withRest({ signal, timeout }, (rest) =>
      work(rest, rest.serviceOf(this.#core, this.config, this.#opensAt))
    )
  }

  /** A call whose code is loaded on first use. */
  async #withRest<R, O extends RequestOptions>(
    options: O | undefined,
    work: Work<R>,
    ...rules: OwnArgument<O>
  ): Promise<R> {
    const own = this.#core.settings(options, ...rules)
    return onDemand.there ? work(onDemand.there, own) : withPart(this.#core, onDemand, own, work)
  }

  async #get(operation: string, options?: RequestOptions, parts?: OperationParts): Promise<Received> {
    const { error } = this.#core
    const response = await this.#core.request(operation, this.#core.settings(options), parts)
    return { body: readJson(response, error), response, error }
  }
}
