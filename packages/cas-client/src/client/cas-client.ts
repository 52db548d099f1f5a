import {
  type ApiClient,
  type ClientCore,
  check,
  checkRequestOptions,
  createCore,
  duration,
  iterateOffsets,
  linkSignals,
  Memo,
  type OperationParts,
  publicConfig,
  type Received,
  type RequestOptions,
  readJson,
  writeJson
} from '@geoclients/client-core'
import { type EnrichedRow, type EnrichRequest, enrich } from '../bulk/enrich/enrich.ts'
import { type ExtractRow, extractAll, type Service } from '../bulk/extract-all.ts'
import type { StreamOptions } from '../bulk/options.ts'
import { inOrder } from '../bulk/ordered-map.ts'
import type { StreamRequest } from '../bulk/request.ts'
import type { Source } from '../bulk/source.ts'
import { type FindDatasets, type FindOptions, finestFirst, queryFor } from '../catalogue/find-datasets.ts'
import { makeCasError } from '../errors/cas-error.ts'
import { safety } from '../generated/safety.ts'
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
import { type BatchExtractRequest, batchBody, type ExtractRequest, extractBody } from '../request/extract-body.ts'
import type { GeometryLike } from '../request/geometry.ts'
import { type DatasetQuery, datasetQuery, type PageQuery, pageQuery } from '../request/query.ts'
import { concurrencyRule } from '../request/validate.ts'
import { withSafeWarnings } from '../response/attribute-response.ts'
import { describeFailure } from '../response/failure.ts'
import {
  readBatch,
  readDatasets,
  readExtract,
  readHealth,
  readProvider,
  readProviders,
  readResponses
} from '../response/parse.ts'
import type { FeatureLike } from '../types/geojson.ts'
import { authOf, type CasClientConfig, type CasClientOptions, limitOf, ownOptions } from './options.ts'

const defaultTimeout = 120_000

/** One try of an extraction may take as long as the call: given up earlier, it would only start anew. */
const slow = new Set(['POST /api/v1/extract', 'POST /api/v1/extract/batch'])

/** Answers of `findDatasets` that a client remembers. */
const maxRemembered = 100

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
  readonly #core: ClientCore<paths>
  readonly #found: Memo<Dataset[]>
  #opensAt: Service['opensAt']

  constructor(options: CasClientOptions) {
    const pace = limitOf(options, ({ opensAt }) => (this.#opensAt = opensAt))
    this.#core = createCore<paths>(options, {
      ...{ error: makeCasError, describe: describeFailure, safe: safety, slow, timeout: defaultTimeout },
      ...{ options: ownOptions, auth: authOf(options), pace }
    })
    const shown = ['timeout', 'retry', 'credentials', 'requestsPerMinute', 'maxBodyBytes', 'trustedOrigins'] as const
    this.config = publicConfig(options, shown, this.#core.baseUrl)
    this.api = this.#core.api
    this.#found = new Memo(this.#core.clock, makeCasError, maxRemembered)
  }

  /**
   * The attributes of one geometry. Datasets that failed are absent from `results` and named in `warnings`:
   * see `failedDatasets`. Results are in no promised order: see `byDataset`.
   */
  async extract(request: ExtractRequest, options: RequestOptions = {}): Promise<AttributeResponse> {
    return readExtract(await this.#send('POST /api/v1/extract', options, () => extractBody(request)))
  }

  /** The attributes of as many geometries as the service takes at once, `responses` in their order; `total_results` counts the values found. */
  async batchExtract(request: BatchExtractRequest, options: RequestOptions = {}): Promise<BatchAttributeResponse> {
    return readBatch(await this.#send('POST /api/v1/extract/batch', options, () => batchBody(request)))
  }

  /**
   * The attributes of any number of geometries: one row an item, in the order of the source, failures as values. Memory
   * stays constant, since no more than `concurrency` batches are read ahead of the reader.
   *
   * Items are sent in batches of `batchSize` geometries and up to 100,000 vertices; more than 50 datasets are asked for in
   * several requests and joined, and a row is `ok` where all of them succeeded. An item that cannot be right (see
   * `extract`) is refused alone and never sent. A batch that keeps failing (4xx, 5xx, timeout, network) is halved until
   * the culprit stands alone; where items far apart fail alike it is given up, and the error of an item that was never
   * tried alone says so. After a 429, or a 503 with `Retry-After`, the run waits as long as the service asks, up to ten
   * minutes, and a service that cannot be reached is waited for some minutes, unless `retry` is `false` or its limit 0.
   * Datasets that failed are absent from `response.results`, as for `extract`.
   *
   * Each item must be a value of its own: it is looked at again when its batch is sent and when its row is given. Leaving
   * the loop early closes the source and aborts what is under way. The iteration itself rejects with `aborted`
   * or `closed`, with `invalid-argument` before anything is sent, with what is as true of every item (no service at this
   * address, 401, 403, 404), and with whatever the source throws, after the rows before it.
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
    return extractAll(this.#service(), source, request, options)
  }

  /**
   * Any number of features with what was extracted among their `properties`: `extractAll`, with `feature` in each row,
   * a copy that is enriched or, where the row failed, as it was: with `overwrite`, without what an earlier run wrote.
   *
   * A number or null is one property, a distribution one property a class, `name.class`; a dataset without a result, or
   * with a distribution without classes, is null, and `name_quality` says why. The name is the part of the dataset's id after its provider, behind
   * `prefix`; `provider_name` where two datasets are called the same; whatever `names` says. Two properties of one name
   * are refused before anything is sent, and so is a feature that has such a property already, unless `overwrite` is set.
   *
   * The service may use another aggregation than the one that was asked for: `onWarning` is told so, once a dataset.
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
    return enrich(this.#service(), source, request, options)
  }

  /**
   * All datasets that offer what is wanted, the finest resolution first. The service does the filtering: `at` is a box
   * without size for its `bbox`. A list of more than 100,000 is `malformed-body`. With `maxAge` an answer no older than that, in milliseconds, is given again, and one request serves
   * all who ask meanwhile: `signal` and `timeout` end the own wait, not the request, and `retry` is the client's. Treat what
   * comes back as read-only then. A call with `headers` always asks for itself.
   *
   * @example
   * const [finest] = await cas.findDatasets({ variable: 'elevation', at: [7.45, 46.95], maxResolution: 100 })
   */
  async findDatasets(wanted: FindDatasets, options: FindOptions = {}): Promise<Dataset[]> {
    checkRequestOptions(options, makeCasError)
    const { maxAge = 0, ...own } = options
    if (maxAge !== 0) check('maxAge', maxAge, duration, makeCasError)
    const all = queryFor(wanted)
    const query = datasetQuery(all)
    const load = (init: RequestOptions): Promise<Dataset[]> =>
      finestFirst(this.iterDatasets(all, init), this.#core.error)
    if (maxAge === 0 || own.headers) return load(own)
    const { signal, timeout } = own
    const wait = { what: 'the list of datasets', signal, timeout }
    // Who gets other credentials may get another list.
    const key = JSON.stringify([query, await this.#core.whoAsks?.(signal)])
    return [...(await this.#found.get(key, maxAge, () => load({}), wait))]
  }

  /** One page of the providers, in short. See `iterProviders` for all, in full. */
  async providers(query: PageQuery = {}, options: RequestOptions = {}): Promise<ProviderListResponse> {
    return readProviders(await this.#get('GET /api/v1/providers', options, { query: pageQuery(query) }))
  }

  /** A provider with its datasets. */
  async provider(slug: string, options: RequestOptions = {}): Promise<ProviderDetail> {
    return readProvider(await this.#get('GET /api/v1/providers/{slug}', options, { path: { slug } }))
  }

  /** One page of the catalogue. See `iterDatasets` for all. An unknown provider gives an empty page, no error. */
  async datasets(query: DatasetQuery = {}, options: RequestOptions = {}): Promise<DatasetListResponse> {
    return readDatasets(await this.#get('GET /api/v1/datasets', options, { query: datasetQuery(query) }))
  }

  /** Whether the service is up, and the state of its cache. Needs no key. */
  async health(options: RequestOptions = {}): Promise<HealthResponse> {
    return readHealth(await this.#get('GET /health', options))
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
    check('concurrency', concurrency, concurrencyRule, makeCasError)
    const { offset = 0 } = pageQuery(query)
    const link = linkSignals(rest.signal)
    const own: RequestOptions = { ...rest, signal: link.signal }
    const page = (at: number): Promise<ProviderListResponse> => this.providers({ ...query, offset: at }, own)
    const providers = iterateOffsets(offset, page, (list) => list.providers)
    try {
      yield* inOrder(providers, ({ slug }) => this.provider(slug, own), concurrency)
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
    const page = (at: number): Promise<DatasetListResponse> => this.datasets({ ...query, offset: at }, options)
    yield* iterateOffsets(offset, page, (list) => list.datasets)
  }

  /** Ends the client: aborts its requests and rejects them with `closed`. May be called again. */
  close(): void {
    this.#core.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  #service(): Service {
    const { clock, random, closed } = this.#core
    const send: Service['send'] = async (body, options) =>
      withSafeWarnings(readResponses(await this.#send('POST /api/v1/extract/batch', options, () => body)), this.#core)
    const { retry, timeout = defaultTimeout } = this.config
    return { clock, random, closed, retry, timeout, opensAt: this.#opensAt, send }
  }

  async #get(operation: string, options: RequestOptions, parts?: OperationParts): Promise<Received> {
    const { error } = this.#core
    const response = await this.#core.request(operation, this.#core.settings(options), parts)
    return { body: readJson(response, error), response, error }
  }

  /** The options are checked before the body is. */
  async #send(operation: string, options: RequestOptions, body: () => object): Promise<Received> {
    const { error } = this.#core
    const settings = this.#core.settings(options)
    const response = await this.#core.request(operation, settings, { body: writeJson(body(), error) })
    return { body: readJson(response, error), response, error }
  }
}
