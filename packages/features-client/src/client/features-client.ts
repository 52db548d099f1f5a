import {
  type ApiClient,
  bearerAuth,
  begun,
  type CallSettings,
  type ClientCore,
  createCore,
  iterateLinked,
  type OperationParts,
  publicConfig,
  type Received,
  type Reply,
  type RequestOptions,
  readConformance,
  readLandingPage,
  received,
  SharedAnswers,
  sideRequest,
  warnOnce
} from '@geoclients/client-core'
import { describeFailure, makeFeaturesError } from '../errors/features-error.ts'
import { requestRules } from '../generated/operations.ts'
import type { Collection, CollectionList, ConformanceDeclaration, LandingPage, paths } from '../generated/types.ts'
import { checkAnswered, checkDeclared, declaredCrs, otherCrs } from '../request/declared-crs.ts'
import { type CrsQuery, featureQuery, type ItemsQuery, itemsQuery } from '../request/items-query.ts'
import { readCollection, readCollections, readFeature, readPage } from '../response/readers.ts'
import type { Feature, FeaturePage } from '../types/features.ts'
import { defaultTimeout, type FeaturesClientConfig, type FeaturesClientOptions, ownOptions, shown } from './options.ts'

const items = 'GET /collections/{collectionId}/items'

/**
 * A client of one OGC API - Features server. All errors of its methods are `FeaturesError`s.
 *
 * @example
 * const features = new FeaturesClient({ baseUrl: 'https://example.com/features' })
 * for await (const { id, properties } of features.iterItems('rivers', { bbox: [5.9, 45.8, 10.5, 47.9] })) {
 *   console.log(id, properties?.name)
 * }
 */
export class FeaturesClient {
  /** The client's settings, frozen and without secrets. */
  readonly config: FeaturesClientConfig
  /**
   * Typed HTTP calls by the contract's paths, for requests that no method covers. They have the client's credentials
   * and retries.
   */
  readonly api: ApiClient<paths>
  /** A plain `fetch` with the client's credentials, retries and limits. */
  readonly fetch: typeof globalThis.fetch
  readonly #core: ClientCore<paths>
  readonly #warn: (kind: 'left out' | 'cut list', message: string) => void
  readonly #declared: SharedAnswers<readonly string[]>

  constructor(options: FeaturesClientOptions) {
    this.#core = createCore<paths>(options, {
      ...{ error: makeFeaturesError, describe: describeFailure, rules: requestRules, timeout: defaultTimeout },
      ...{ options: ownOptions, auth: () => bearerAuth(options, makeFeaturesError) }
    })
    const tell = warnOnce(options.onWarning ?? ((message) => globalThis.console?.warn(message)))
    this.#warn = (kind, message) => tell(kind, this.#core.tellable(message))
    this.#declared = new SharedAnswers(this.#core, 100)
    this.config = publicConfig(options, shown, this.#core.baseUrl)
    this.api = this.#core.api
    this.fetch = this.#core.fetch
  }

  /** The landing page: a description of the server, with links to its resources. */
  async getLandingPage(options: RequestOptions = {}): Promise<LandingPage> {
    return readLandingPage(await this.#get('GET /', options))
  }

  /** The conformance classes that the server declares. */
  async getConformance(options: RequestOptions = {}): Promise<ConformanceDeclaration> {
    return readConformance(await this.#get('GET /conformance', options))
  }

  /** All collections of the server. */
  async getCollections(options: RequestOptions = {}): Promise<CollectionList> {
    return readCollections(await this.#get('GET /collections', options))
  }

  /** A description of a collection, with its extent and the coordinate systems that it supports. */
  async getCollection(collectionId: string, options: RequestOptions = {}): Promise<Collection> {
    return readCollection(await this.#get('GET /collections/{collectionId}', options, { path: { collectionId } }))
  }

  /**
   * One page of the features of a collection. See `iterItems` for all pages.
   *
   * If you ask for a coordinate system (`crs`, `bboxCrs`) other than WGS 84, the client first requests the list of systems that
   * the collection supports, at most once in five minutes, because servers ignore systems that they do not know. A response in
   * another system is refused.
   *
   * @throws FeaturesError `invalid-argument` for a query that no server could mean, and coordinates that the collection does not list.
   */
  async getItems<F extends Feature<object> = Feature>(
    collectionId: string,
    query: ItemsQuery = {},
    options: RequestOptions = {}
  ): Promise<FeaturePage<F>> {
    return readPage<F>(await this.#items(collectionId, query, this.#core.settings(options)))
  }

  /**
   * The features of all pages of a collection, in the order of the server. `limit` is the page size. A page is fetched when its
   * features are needed. A link to an origin that is not trusted rejects with `blocked-origin`.
   *
   * @example
   * for await (const river of features.iterItems<Feature<{ name: string }>>('rivers')) console.log(river.properties?.name)
   */
  iterItems<F extends Feature<object> = Feature>(
    collectionId: string,
    query: ItemsQuery = {},
    options: RequestOptions = {}
  ): AsyncGenerator<F, void, undefined> {
    return iterateLinked({ ...this.#core, warn: this.#warn }, () => this.#core.settings(options), {
      ...{ operation: items, entries: 'features' },
      first: (settings) => this.#items(collectionId, query, settings),
      received: (reply) => this.#checked(reply, query.crs),
      read: (page) => {
        const { features, links } = readPage<F>(page)
        return { items: features, links }
      }
    })
  }

  /** One feature of a collection. */
  async getFeature<F extends Feature<object> = Feature>(
    collectionId: string,
    featureId: string | number,
    query: CrsQuery = {},
    options: RequestOptions = {}
  ): Promise<F> {
    const parts = { path: { collectionId, featureId }, query: featureQuery(query, this.#core.error) }
    const settings = await this.#checkCrs(collectionId, query, this.#core.settings(options))
    const operation = 'GET /collections/{collectionId}/items/{featureId}'
    return readFeature<F>(await this.#received(operation, settings, parts, query.crs))
  }

  /** Closes the client: its requests reject with `closed`. May be called more than once. */
  close(): void {
    this.#core.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  async #get(operation: string, options: RequestOptions, parts?: OperationParts): Promise<Received> {
    return this.#received(operation, this.#core.settings(options), parts)
  }

  async #received(operation: string, settings: CallSettings, parts?: OperationParts, crs?: string): Promise<Received> {
    return this.#checked(await this.#core.request(operation, settings, parts), crs)
  }

  async #items(collectionId: string, query: ItemsQuery, call: CallSettings): Promise<Received> {
    const parts = { path: { collectionId }, query: itemsQuery(query, this.#core.error) }
    const settings = await this.#checkCrs(collectionId, query, call)
    return this.#received(items, settings, parts, query.crs)
  }

  #checked(reply: Reply, crs?: string): Received {
    const own = { ...received(reply, this.#core.error), warn: (message: string) => this.#warn('left out', message) }
    checkAnswered(own, crs)
    return own
  }

  /** Checks that the collection lists the requested coordinate systems. Returns the settings for the rest of the call. */
  async #checkCrs(collectionId: string, query: ItemsQuery, call: CallSettings): Promise<CallSettings> {
    const settings = begun(call, this.#core.clock)
    const asked = otherCrs(query)
    if (asked.length === 0) return settings
    const what = `the collection ${JSON.stringify(collectionId)}`
    const read = (side = begun(this.#core.settings(), this.#core.clock)): Promise<readonly string[]> =>
      declaredCrs((operation) => this.#received(operation, side, { path: { collectionId } }))
    const declared = await this.#declared.get(collectionId, sideRequest(settings), { what, maxAge: 300_000 }, read)
    checkDeclared(asked, declared, what, this.#core.error)
    return settings
  }
}
