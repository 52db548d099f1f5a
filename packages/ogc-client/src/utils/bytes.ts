import type { BinaryInput } from '../types/inputs.ts'

/** The media type of bytes of unknown type. */
export const octets = 'application/octet-stream'

export function isBytes(value: unknown): value is BinaryInput {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value)
}

/** The same memory, byte by byte. */
export function bytesOf(value: Exclude<BinaryInput, Blob>): Uint8Array {
  return ArrayBuffer.isView(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : new Uint8Array(value)
}

export function mediaTypeOf(value: BinaryInput): string {
  return (value instanceof Blob && value.type) || octets
}
