import { invalidArgument } from '@geoclients/client-core'
import { makeOgcError } from '../errors/ogc-error.ts'
import { encodeBase64 } from '../utils/base64.ts'
import { mediaTypeOf } from '../utils/bytes.ts'

export interface EncodeFileOptions {
  /** Called after each part with the number of bytes read, and of all bytes. */
  readonly onProgress?: ((bytes: number, total: number) => void) | undefined
  /** Aborts the reading, which then rejects with `aborted`. */
  readonly signal?: AbortSignal | undefined
}

/** Bytes that are encoded at a time, in some milliseconds. A multiple of three, so that the texts can be joined. */
const part = 3 * 131_072

/**
 * Encodes a file as an input (18-062r2, 7.11.2.2): a qualified value in base64, with the media type of the file. The
 * file is encoded in parts, so a page stays responsive meanwhile. (`run` also accepts a `Blob`, but encodes it in one
 * go.) Rejects with `invalid-argument` if the argument is not a Blob or cannot be read.
 *
 * @example
 * const scene = await encodeFile(file, { onProgress: (bytes, total) => console.log(bytes / total) })
 * await ogc.run('ndvi', { inputs: { scene } })
 */
export async function encodeFile(
  file: Blob,
  { onProgress, signal }: EncodeFileOptions = {}
): Promise<{ value: string; encoding: 'base64'; mediaType: string }> {
  if (!(file instanceof Blob)) throw invalidArgument(makeOgcError, 'file', file, 'a File or Blob')
  const texts: string[] = []
  for (let start = 0; start < file.size; start += part) {
    if (signal?.aborted) {
      throw makeOgcError({ code: 'aborted', message: 'encoding a file was aborted', cause: signal.reason })
    }
    const end = Math.min(start + part, file.size)
    texts.push(encodeBase64(await read(file.slice(start, end))))
    onProgress?.(end, file.size)
    await turn()
  }
  return { value: texts.join(''), encoding: 'base64', mediaType: mediaTypeOf(file) }
}

/** Yields to the event loop, so a page stays responsive. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

async function read(blob: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.arrayBuffer())
  } catch (cause) {
    throw makeOgcError({ code: 'invalid-argument', message: `the file cannot be read: ${String(cause)}`, cause })
  }
}
