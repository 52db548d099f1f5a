import type { GeoJsonGeometry } from '../../generated/types.ts'

const PRIME = 0x100000001b3n
const START = 0xcbf29ce484222325n

/** Sixteen hexadecimal digits for a geometry: FNV-1a, since the platform's own digests are not there on every page. */
export function geometryHash({ type, coordinates }: GeoJsonGeometry): string {
  let hash = START
  for (const byte of new TextEncoder().encode(JSON.stringify([type, coordinates]))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME)
  }
  return hash.toString(16).padStart(16, '0')
}
