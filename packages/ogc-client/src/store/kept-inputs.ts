import { isBytes, mediaTypeOf } from '../utils/bytes.ts'

/** Longer inputs are not kept: a storage holds some megabytes for all pages of a site. */
const longest = 100_000

/** Inputs as they can be kept and shown: bytes are told by their media type and size. Undefined where that is too long. */
export function keptInputs(inputs: unknown): unknown {
  try {
    const text = JSON.stringify(inputs, (_key, value) => described(value))
    return text === undefined || text.length > longest ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function described(value: unknown): unknown {
  if (!isBytes(value)) return value
  return { mediaType: mediaTypeOf(value), size: value instanceof Blob ? value.size : value.byteLength }
}
