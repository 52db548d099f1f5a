import type { Reply, RequestOptions } from '@geoclients/client-core'
import type { InlineOrRefValue, JsonValue, Link } from '../../generated/types.ts'

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
  /** The output as a stream. References, and parts beyond `maxBodyBytes`, are not held in memory. */
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
         * The values as outputs of their own, where there are several and each is a link or a qualified value (version 2.0):
         * a link among them is fetched, or streamed, when asked for. `value` and `json()` have the list as it came.
         */
        readonly items?: readonly Output[] | undefined
      }
    | { readonly kind: 'reference'; readonly href: string }
    | { readonly kind: 'bytes' }
  )

/** An output and how it stands in the reference's map of results. */
export interface ReadOutput {
  readonly output: Output
  /** Made when asked for: bytes become base64 there. */
  readonly plain: () => InlineOrRefValue
}

/** How links of the server are followed: through the client's pipeline, so that credentials go to its own origin only. */
export interface References {
  /** What a link leads to; anything but a 2xx answer rejects. */
  get(link: Link, options: RequestOptions | undefined, stream?: boolean): Promise<Reply>
  /** As `fetch`: an answer of any status. */
  fetch(link: Link, init?: RequestInit): Promise<Response>
}
