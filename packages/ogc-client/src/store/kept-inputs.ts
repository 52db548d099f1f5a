import { isBytes, mediaTypeOf } from '../utils/bytes.ts'

/** Longer inputs are not kept, because a storage has only some megabytes for all pages of a site. */
const longest = 100_000

/** Inputs in a form that can be stored and shown. Of bytes, only the media type and size. Undefined if too long. */
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
