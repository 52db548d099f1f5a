import {
  type AnswerOf,
  type ApiClient,
  type BodyOf,
  bearerAuth,
  type ClientCore,
  checkMembers,
  createCore,
  expectRecord,
  publicConfig,
  type QueryOf,
  type Reply,
  type RequestOptions,
  type Received,
  received,
  warnOnce,
  writeJson
} from '@geoclients/client-core'
import { describeFailure, make$ApiError } from '../errors/$key-error.ts'
import { requestRules } from '../generated/operations.ts'
import type { operations, paths } from '../generated/types.ts'
import { type $ApiClientConfig, type $ApiClientOptions, defaultTimeout, ownOptions, shown } from './options.ts'

/**
 * A client of one $title server. All errors of its methods are `$ApiError`s.
 *
 * @example
 * const $api = new $ApiClient({ baseUrl: 'https://example.com/$key' })
 * // each example
 * console.log(typeof (await $api.$operation($arguments))) // $answerKind
 * // end
 */
export class $ApiClient {
  /** The client's settings, frozen and without secrets. */
  readonly config: $ApiClientConfig
  /**
   * Typed HTTP calls by the contract's paths, for requests that no method covers. They have the client's credentials
   * and retries.
   */
  readonly api: ApiClient<paths>
  /** A plain `fetch` with the client's credentials, retries and limits. */
  readonly fetch: typeof globalThis.fetch
  readonly #core: ClientCore<paths>
  readonly #warn: (kind: 'left out' | 'cut list', message: string) => void

  constructor(options: $ApiClientOptions) {
    this.#core = createCore<paths>(options, {
      ...{ error: make$ApiError, describe: describeFailure, rules: requestRules, timeout: defaultTimeout },
      ...{ options: ownOptions, auth: () => bearerAuth(options, make$ApiError) }
    })
    const tell = warnOnce(options.onWarning ?? ((message) => globalThis.console?.warn(message)))
    this.#warn = (kind, message) => tell(kind, this.#core.tellable(message))
    this.config = publicConfig(options, shown, this.#core.baseUrl)
    this.api = this.#core.api
    this.fetch = this.#core.fetch
  }
  // each operation

  /** $summary */
  async $operation(
    // each parameter
    $parameter: string,
    // end
    // if body
    body: $bodyType,
    // end
    // if query
    query: QueryOf<operations['$operation']>$queryDefault,
    // end
    options: RequestOptions = {}
  ): Promise<$answerType> {
    // if query
    checkMembers('query', query, { $queryRules }, this.#core.error)
    // end
    const settings = this.#core.settings(options)
    // if isRecord
    const reply = await this.#core.request('$method $path', settings, { $parts })
    return expectRecord(this.#received(reply), '$expected') as $answerType
    // end
    // if isJson
    return this.#received(await this.#core.request('$method $path', settings, { $parts })).body as $answerType
    // end
    // if isBytes
    return (await this.#core.request('$method $path', settings, { $parts })).bytes
    // end
    // if isNothing
    await this.#core.request('$method $path', settings, { $parts })
    // end
  }
  // end

  /** Closes the client: its requests reject with `closed`. May be called more than once. */
  close(): void {
    this.#core.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  #received(reply: Reply): Received {
    return { ...received(reply, this.#core.error), warn: (message) => this.#warn('left out', message) }
  }
}
