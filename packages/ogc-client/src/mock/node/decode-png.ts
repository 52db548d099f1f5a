import { crc32, inflateSync } from 'node:zlib'

/** Reads a PNG of 8 bit RGB without filters, and checks its lengths and sums; for tests. */
export function decodePng(png: Uint8Array): { width: number; height: number; pixel(x: number, y: number): number[] } {
  const view = new DataView(png.buffer, png.byteOffset, png.length)
  const chunks = new Map<string, Uint8Array>()
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at)
    const typed = png.subarray(at + 4, at + 8 + length)
    if (crc32(typed) !== view.getUint32(at + 8 + length)) throw new Error('a chunk has a wrong sum')
    chunks.set(new TextDecoder().decode(typed.subarray(0, 4)), typed.subarray(4))
    at += 12 + length
  }
  const header = chunks.get('IHDR') ?? new Uint8Array()
  const size = new DataView(header.buffer, header.byteOffset, header.length)
  const [width, height] = [size.getUint32(0), size.getUint32(4)]
  // inflate checks the Adler-32 sum.
  const rows = inflateSync(chunks.get('IDAT') ?? new Uint8Array())
  if (rows.length !== height * (1 + 3 * width)) throw new Error('the pixels do not fill the picture')
  const pixel = (x: number, y: number): number[] => {
    const at = y * (1 + 3 * width) + 1 + 3 * x
    return [...rows.subarray(at, at + 3)]
  }
  return { width, height, pixel }
}
