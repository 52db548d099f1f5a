import type { Output } from '@geoclients/ogc-client'
import { BaseClient, BaseResponse, fromArrayBuffer, fromCustomClient, type GeoTIFF } from 'geotiff'

/** What is smaller is fetched at once: that is faster than a few parts one after the other. */
const smallFile = 1_000_000

/** The server sends a file only as a whole, and nobody asked for so much. */
export class WholeFileOnly extends Error {}

export interface TiffOptions {
  readonly bytes: number | undefined
  /** Whether to fetch a large file whole if the server sends no parts of it. */
  readonly isWanted: boolean
  readonly signal: AbortSignal
}

/**
 * Reads from the GeoTIFF of an output. Of a large one behind a link, only those parts are fetched that are read.
 * @throws WholeFileOnly
 */
export async function withTiff<T>(
  output: Output,
  { bytes, isWanted, signal }: TiffOptions,
  read: (tiff: GeoTIFF) => Promise<T>
): Promise<T> {
  const isSmall = output.kind !== 'reference' || (bytes !== undefined && bytes <= smallFile)
  if (isSmall || isWanted) return read(await fromArrayBuffer(await output.arrayBuffer({ signal }), signal))
  const client = new OutputClient(output)
  try {
    return await read(await fromCustomClient(client, { blockSize: 65_536 }, signal))
  } catch (error) {
    throw client.failure ?? error // The library tells only that a request failed.
  }
}

/** Asks for parts by the output itself, so that they go where all its requests go, with its credentials. */
class OutputClient extends BaseClient {
  failure: unknown
  readonly #output: Output

  constructor(output: Output) {
    super('')
    this.#output = output
  }

  override async request({ headers, signal }: RequestInit = {}): Promise<BaseResponse> {
    try {
      const response = await this.#output.fetch({ headers: headers ?? {}, signal: signal ?? null })
      if (response.status !== 200) return new OutputPart(response)
      await response.body?.cancel()
      throw new WholeFileOnly()
    } catch (error) {
      this.failure ??= error
      throw error
    }
  }
}

class OutputPart extends BaseResponse {
  readonly #response: Response

  constructor(response: Response) {
    super()
    this.#response = response
  }

  override get status(): number {
    return this.#response.status
  }

  override getHeader(name: string): string {
    return this.#response.headers.get(name) ?? ''
  }

  override getData(): Promise<ArrayBuffer> {
    return this.#response.arrayBuffer()
  }
}
