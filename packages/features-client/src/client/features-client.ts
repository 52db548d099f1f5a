import {
  type AnswerOf,
  type ApiClient,
  bearerAuth,
  type ClientCore,
  checkMembers,
  createCore,
  expectRecord,
  type OperationParts,
  publicConfig,
  type QueryOf,
  type Reply,
  type RequestOptions,
  received
} from '@geoclients/client-core'
import { describeFailure, makeFeaturesError } from '../errors/features-error.ts'
import { requestRules } from '../generated/operations.ts'
import type { operations, paths } from '../generated/types.ts'
import { defaultTimeout, type FeaturesClientConfig, type FeaturesClientOptions, ownOptions, shown } from './options.ts'

/**
 * A client of one server of OGC API - Features. Its methods reject with a `FeaturesError` and with nothing else.
 *
 * @example
 * const features = new FeaturesClient({ baseUrl: 'https://example.com/features' })
 * console.log(typeof (await features.getCollections())) // object
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

  constructor(options: FeaturesClientOptions) {
    this.#core = createCore<paths>(options, {
      ...{ error: makeFeaturesError, describe: describeFailure, rules: requestRules, timeout: defaultTimeout },
      ...{ options: ownOptions, auth: bearerAuth(options, makeFeaturesError) }
    })
    this.config = publicConfig(options, shown, this.#core.baseUrl)
    this.api = this.#core.api
    this.fetch = this.#core.fetch
  }

  /** A collection. */
  async getCollection(
    collectionId: string,
    options: RequestOptions = {}
  ): Promise<AnswerOf<operations['getCollection']>> {
    const reply = await this.#send('GET /collections/{collectionId}', options, { path: { collectionId } })
    return expectRecord(received(reply, this.#core.error), 'an answer to getCollection') as AnswerOf<
      operations['getCollection']
    >
  }

  /** All collections. */
  async getCollections(options: RequestOptions = {}): Promise<AnswerOf<operations['getCollections']>> {
    const reply = await this.#send('GET /collections', options, {})
    return expectRecord(received(reply, this.#core.error), 'an answer to getCollections') as AnswerOf<
      operations['getCollections']
    >
  }

  /** Conformance declaration. */
  async getConformance(options: RequestOptions = {}): Promise<AnswerOf<operations['getConformance']>> {
    const reply = await this.#send('GET /conformance', options, {})
    return expectRecord(received(reply, this.#core.error), 'an answer to getConformance') as AnswerOf<
      operations['getConformance']
    >
  }

  /** A feature. */
  async getFeature(
    collectionId: string,
    featureId: string,
    query: QueryOf<operations['getFeature']> = {},
    options: RequestOptions = {}
  ): Promise<AnswerOf<operations['getFeature']>> {
    checkMembers('query', query, { crs: true }, this.#core.error)
    const reply = await this.#send('GET /collections/{collectionId}/items/{featureId}', options, {
      path: { collectionId, featureId },
      query
    })
    return expectRecord(received(reply, this.#core.error), 'an answer to getFeature') as AnswerOf<
      operations['getFeature']
    >
  }

  /** A page of features. */
  async getItems(
    collectionId: string,
    query: QueryOf<operations['getItems']> = {},
    options: RequestOptions = {}
  ): Promise<AnswerOf<operations['getItems']>> {
    checkMembers(
      'query',
      query,
      { limit: true, bbox: true, datetime: true, crs: true, 'bbox-crs': true },
      this.#core.error
    )
    const reply = await this.#send('GET /collections/{collectionId}/items', options, { path: { collectionId }, query })
    return expectRecord(received(reply, this.#core.error), 'an answer to getItems') as AnswerOf<operations['getItems']>
  }

  /** Landing page. */
  async getLandingPage(options: RequestOptions = {}): Promise<AnswerOf<operations['getLandingPage']>> {
    const reply = await this.#send('GET /', options, {})
    return expectRecord(received(reply, this.#core.error), 'an answer to getLandingPage') as AnswerOf<
      operations['getLandingPage']
    >
  }

  /** Closes the client: its requests reject with `closed`. May be called more than once. */
  close(): void {
    this.#core.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  #send(operation: string, options: RequestOptions, parts: OperationParts): Promise<Reply> {
    return this.#core.request(operation, this.#core.settings(options), parts)
  }
}
