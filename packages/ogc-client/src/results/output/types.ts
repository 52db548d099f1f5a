import type { Reply, RequestOptions } from '@geoclients/client-core'
import type { InlineOrRefValue, JsonValue, Link } from '../../generated/types.ts'

interface Body<T> {
  /** Media type of the output, where it is known. */
  readonly mediaType: string | undefined
  /**
   * The output as JSON; of bytes and references, what they hold when parsed. Where you know its type better, say it:
   * `json<FeatureCollection>()`. Nothing checks that.
   */
  json(options?: RequestOptions): Promise<T>
  json<As>(options?: RequestOptions): Promise<As>
  text(options?: RequestOptions): Promise<string>
  blob(options?: RequestOptions): Promise<Blob>
  arrayBuffer(options?: RequestOptions): Promise<ArrayBuffer>
  /** The output as it comes: nothing of a reference, or of a part beyond `maxBodyBytes`, is held in memory. */
  stream(options?: RequestOptions): Promise<ReadableStream<Uint8Array>>
  /**
   * As the platform's `fetch` of the output, for readers of COG, Zarr or GeoParquet: `Range` is understood by whatever
   * holds the output, any status is a `Response`. A reference goes through the client's pipeline, with credentials to
   * the service's own origin and `trustedOrigins` only; others get no header of `init` either that could identify
   * anybody (`client.fetch(href, init)` sends it where you say). What came with the results answers GET and HEAD from
   * memory.
   *
   * @example
   * const scene = results.get('scene')
   * const header = await scene.fetch({ headers: { Range: 'bytes=0-16383' } })
   */
  fetch(init?: RequestInit): Promise<Response>
}

/**
 * One output of a process. `kind` tells how the server gave it: a JSON `value`, a `reference` to be fetched, or `bytes`.
 * However it was given, it can be read as JSON, text, Blob, ArrayBuffer or stream; a reference is fetched when asked for.
 */
export type Output<T = JsonValue> = Body<T> &
  (
    | {
        readonly kind: 'value'
        readonly value: T
        /** The unit of a literal that came with one (`uom`), such as `m2`. */
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
