import type { Bytes } from '@geoclients/mock-core'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

export type Color = readonly [red: number, green: number, blue: number]

/** An uncompressed 8-bit RGB PNG (ISO 15948). Colours are 0 to 255. */
export function encodePng(width: number, height: number, color: (x: number, y: number) => Color): Bytes {
  const pixels: number[] = []
  for (let y = 0; y < height; y += 1) {
    // Each row starts with its filter: none.
    pixels.push(0)
    for (let x = 0; x < width; x += 1) pixels.push(...color(x, y))
  }
  const header = [...uint32(width), ...uint32(height), 8, 2, 0, 0, 0]
  return Uint8Array.from([
    ...SIGNATURE,
    ...chunk('IHDR', header),
    ...chunk('IDAT', zlibStored(Uint8Array.from(pixels))),
    ...chunk('IEND', [])
  ])
}

function chunk(name: string, data: readonly number[]): number[] {
  const typed = [...Array.from(name, (char) => char.charCodeAt(0)), ...data]
  return [...uint32(data.length), ...typed, ...uint32(crc32(typed))]
}

/** The zlib format (RFC 1950) with stored blocks, which hold at most 65535 bytes each. */
function zlibStored(data: Uint8Array): number[] {
  const bytes = [0x78, 0x01]
  for (let start = 0; start < data.length; start += 0xffff) {
    const block = data.subarray(start, start + 0xffff)
    const last = start + block.length === data.length ? 1 : 0
    const { length } = block
    bytes.push(last, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff)
    for (const byte of block) bytes.push(byte)
  }
  return [...bytes, ...uint32(adler32(data))]
}

function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}

function adler32(bytes: Uint8Array): number {
  let a = 1
  let b = 0
  for (const byte of bytes) {
    a = (a + byte) % 65521
    b = (b + a) % 65521
  }
  return ((b << 16) | a) >>> 0
}

function uint32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]
}
