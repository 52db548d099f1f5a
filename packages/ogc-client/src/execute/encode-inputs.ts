import { type CallSettings, linkSignals, raceAbort, writeJson } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { makeOgcError } from '../errors/ogc-error.ts'
import type { BinaryInput } from '../types/inputs.ts'
import { encodeBase64 } from '../utils/base64.ts'
import { bytesOf, isBytes, mediaTypeOf } from '../utils/bytes.ts'

/** Returns the bytes of a Blob that was already read. */
type BlobBytes = (blob: Blob) => Uint8Array

/**
 * The text of an execution request that is no plain JSON: bytes among its inputs are qualified base64 values. Rejects with
 * `invalid-argument`, naming the path, for what JSON cannot hold.
 */
export async function encodeRequest(
  request: Readonly<Record<string, unknown>>,
  settings: CallSettings,
  core: Pick<OgcCore, 'clock' | 'closed' | 'error'>
): Promise<string> {
  const { inputs } = request
  const blobs = new Set<Blob>()
  const collect: BlobBytes = (blob) => {
    blobs.add(blob)
    return new Uint8Array()
  }
  let prepared = readable(() => convert(inputs, collect, new Set()))
  if (blobs.size > 0) {
    const read = await readAll([...blobs], settings.signal, core.closed)
    prepared = convert(inputs, (blob) => read.get(blob) as Uint8Array, new Set())
  }
  return writeJson(prepared === inputs ? request : { ...request, inputs: prepared }, core, settings)
}

/** Reads the inputs, which may have getters that throw. */
function readable<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw makeOgcError({ code: 'invalid-argument', message: `inputs cannot be read: ${String(cause)}`, cause })
  }
}

/** Deeper than any input is; the writer of JSON says so itself where it cannot go on. */
const maxDepth = 500

/** A copy with bytes as qualified values, or the value itself if it contains none. The JSON writer reports cycles. */
function convert(value: unknown, blobBytes: BlobBytes, above: Set<unknown>): unknown {
  if (typeof value !== 'object' || value === null || above.has(value) || above.size > maxDepth) return value
  if (isBytes(value)) return { ...encoded(value, blobBytes), mediaType: mediaTypeOf(value) }
  if ('toJSON' in value) return value
  above.add(value)
  try {
    if (Array.isArray(value)) {
      const items = value.map((item) => convert(item, blobBytes, above))
      return items.some((item, i) => item !== value[i]) ? items : value
    }
    const members = Object.entries(value)
    const { value: content } = value as { readonly value?: unknown }
    if (isBytes(content)) return { mediaType: mediaTypeOf(content), ...value, ...encoded(content, blobBytes) }
    const converted = members.map(([key, member]) => [key, convert(member, blobBytes, above)] as const)
    return converted.some(([, member], i) => member !== members[i]?.[1]) ? Object.fromEntries(converted) : value
  } finally {
    above.delete(value)
  }
}

function encoded(value: BinaryInput, blobBytes: BlobBytes): { value: string; encoding: 'base64' } {
  const bytes = value instanceof Blob ? blobBytes(value) : bytesOf(value)
  return { value: encodeBase64(bytes), encoding: 'base64' }
}

async function readAll(
  blobs: readonly Blob[],
  signal: AbortSignal | undefined,
  closed: AbortSignal
): Promise<Map<Blob, Uint8Array>> {
  const link = linkSignals(signal, closed)
  try {
    const read = Promise.all(blobs.map(async (blob) => [blob, new Uint8Array(await blob.arrayBuffer())] as const))
    return new Map(await raceAbort(read, link.signal))
  } catch (cause) {
    if (closed.aborted) throw closed.reason
    if (signal?.aborted) throw makeOgcError({ code: 'aborted', message: 'reading the inputs was aborted', cause })
    throw makeOgcError({ code: 'invalid-argument', message: `an input could not be read: ${String(cause)}`, cause })
  } finally {
    link.unlink()
  }
}
