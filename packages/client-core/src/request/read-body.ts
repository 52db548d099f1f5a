import { ByteSpool } from '../utils/byte-spool.ts'

/** The source of a body's chunks. */
export type BodyReader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>

/** The body of an answer that has none, or whose body nobody reads. */
export const noBytes: Uint8Array<ArrayBuffer> = /* @__PURE__ */ new Uint8Array(0)

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
  let bytes = noBytes
  let spool: ByteSpool | undefined
  const read = (isWhole: boolean): ReadBody => ({ bytes: spool?.bytes ?? bytes, isWhole })
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return read(true)
      // Most bodies come in one piece, which is taken as it is.
      if (bytes.length === 0) bytes = value
      else {
        spool ??= ByteSpool.of(bytes)
        spool.append(value)
      }
      if ((spool ?? bytes).length > maxBytes) return read(false)
    }
  } catch (fault) {
    if (onFault) return read(false)
    throw fault
  }
}
