import { createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { RequestOptions } from '@geoclients/client-core'
import { writeWhole } from '@geoclients/client-core/node'
import type { Output } from '../results/output/types.ts'

export interface SaveOutputOptions extends RequestOptions {
  /** Called after each chunk with the number of bytes written. */
  readonly onProgress?: ((bytes: number) => void) | undefined
}

/**
 * Writes an output to a file as it arrives, without holding it in memory. Until it is complete, the file is called
 * `PATH.ID.part` with a random id; if the download fails, that file is removed. A symbolic link to a file is kept. Resolves
 * with the size in bytes. Rejects as `output.stream()` does, or with an error of the file system.
 *
 * @example
 * const results = await ogc.run('ndvi', { inputs })
 * const bytes = await saveOutput(results.get('ndvi'), join(homedir(), 'ndvi.tif'))
 * console.log(bytes) // 32768
 */
export async function saveOutput(
  output: Pick<Output, 'stream'>,
  path: string,
  { onProgress, ...options }: SaveOutputOptions = {}
): Promise<number> {
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length
      onProgress?.(bytes)
      done(null, chunk)
    }
  })
  const stream = await output.stream(options)
  const { signal } = options
  await writeWhole(path, (part) => {
    // Only the types of Node's and the platform's streams differ.
    const source = Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0])
    return pipeline(source, counted, createWriteStream(part), ...(signal ? [{ signal }] : []))
  })
  return bytes
}
