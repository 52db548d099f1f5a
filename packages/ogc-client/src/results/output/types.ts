import type { Reply, RequestOptions } from '@geoclients/client-core'
import type { InlineOrRefValue, JsonValue, Link } from '../../generated/types.ts'

/** How an output is read. Options that no read has are refused, and an aborted `signal`, also if the read needs no request. */
interface Body<T> {
  /** Media type of the output, if known. */
  readonly mediaType: string | undefined
  /**
   * The output as JSON. Bytes and references are parsed. If you know the type better, pass it:
   * `json<FeatureCollection>()`. It is not checked.
   */
  json(options?: RequestOptions): Promise<T>
  json<As>(options?: RequestOptions): Promise<As>
  text(options?: RequestOptions): Promise<string>
  blob(options?: RequestOptions): Promise<Blob>
  arrayBuffer(options?: RequestOptions): Promise<ArrayBuffer>
  /** The output as a stream. References, and parts beyond `maxBodyBytes`, are not buffered. */
  stream(options?: RequestOptions): Promise<ReadableStream<Uint8Array>>
  /**
   * Like the platform's `fetch`, for readers of COG, Zarr or GeoParquet. `Range` is supported, and every status
   * resolves with a `Response`.
   *
   * A reference is fetched with the client's retries, and with credentials only for the service's own origin and
   * `trustedOrigins`. Other origins do not get headers of `init` that could identify someone either; to send them
   * anyway, use `client.fetch(href, init)`. An output that came with the results answers GET and HEAD from memory.
   *
   * @example
   * const scene = results.get('scene')
   * const header = await scene.fetch({ headers: { Range: 'bytes=0-16383' } })
   */
  fetch(init?: RequestInit): Promise<Response>
}

/**
 * One output of a process. `kind` says how the server sent it: a JSON `value`, a `reference` to fetch, or `bytes`.
 * However it was sent, it can be read as JSON, text, Blob, ArrayBuffer or stream. A reference is fetched when you read
 * it.
 */
export type Output<T = JsonValue> = Body<T> &
  (
    | {
        readonly kind: 'value'
        readonly value: T
        /** The unit of a literal (`uom`), such as `m2`, if the server sent one. */
        readonly unit?: string | undefined
        /**
         * The values as separate outputs, if there are several and each is a link or a qualified value (version 2.0). A link
         * is fetched or streamed when you read it. `value` and `json()` return the list unchanged.
         */
        readonly items?: readonly Output[] | undefined
      }
    | { readonly kind: 'reference'; readonly href: string }
    | { readonly kind: 'bytes' }
  )

/** An output, and its form in the map of `Results.toJSON()`. */
export interface ReadOutput {
  readonly output: Output
  /** Computed on demand, because bytes become base64. */
  readonly plain: () => InlineOrRefValue
}

/** Follows links with the client's pipeline, so credentials are sent only to its own origin and trusted ones. */
export interface References {
  /** Fetches the target of a link. Rejects unless the status is 2xx. */
  get(link: Link, options: RequestOptions | undefined, stream?: boolean): Promise<Reply>
  /** Like `fetch`: resolves with a response of any status. */
  fetch(link: Link, init?: RequestInit): Promise<Response>
}
