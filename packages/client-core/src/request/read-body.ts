import { ByteSpool } from '../utils/byte-buffer.ts'

/** The source of a body's chunks. */
export type BodyReader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>

/** A body as far as it was read. */
export interface ReadBody {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly isWhole: boolean
}

/**
 * Reads a body to the end, or until more than `maxBytes` have arrived. It rejects with the platform's own error; with `keep`,
 * it returns what arrived before the error.
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
