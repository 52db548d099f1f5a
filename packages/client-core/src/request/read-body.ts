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
  let first: Uint8Array<ArrayBuffer> | undefined
  let more: ByteSpool | undefined
  const read = (isWhole: boolean): ReadBody => ({ bytes: more?.bytes ?? first ?? nothing, isWhole })
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return read(true)
      // Most bodies come in one piece, which is not copied.
      if (first) {
        if (!more) {
          more = new ByteSpool()
          more.append(first)
        }
        more.append(value)
      }
      first ??= value
      if ((more?.length ?? value.length) > maxBytes) return read(false)
    }
  } catch (fault) {
    if (onFault) return read(false)
    throw fault
  }
}

const nothing: Uint8Array<ArrayBuffer> = /* @__PURE__ */ new Uint8Array(0)
