import { ByteSpool } from '../utils/byte-buffer.ts'

/** Where the pieces of a body come from. */
export type BodyReader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>

/** A body as far as it was read. */
export interface ReadBody {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly isWhole: boolean
}

/**
 * The one reader of bodies: reads to the end, or until more than `maxBytes` have come. Faults are the platform's own; with
 * `keep` what came before one is all there is.
 */
export async function readBody(reader: BodyReader, maxBytes: number, onFault?: 'keep'): Promise<ReadBody> {
  const spool = new ByteSpool()
  const read = (isWhole: boolean): ReadBody => ({ bytes: spool.bytes, isWhole })
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return read(true)
      spool.append(value)
      if (spool.length > maxBytes) return read(false)
    }
  } catch (fault) {
    if (onFault) return read(false)
    throw fault
  }
}
