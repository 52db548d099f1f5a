import type { BoundingBox, GeoJsonGeometry } from '../../generated/types.ts'

/** Metres a degree, everywhere: 3,600 cells of 30 m. */
const DEGREE = 108_000

/** Cells with data in the box around a geometry; a point is one cell. */
export function pixelCount(
  { type }: GeoJsonGeometry,
  { min_lon, min_lat, max_lon, max_lat }: BoundingBox,
  resolution: number,
  coverage: number
): number {
  if (type === 'Point') return coverage > 0 ? 1 : 0
  const cells = (size: number): number => Math.max(1, Math.floor((size * DEGREE) / resolution + 0.5))
  return Math.floor(cells(max_lon - min_lon) * cells(max_lat - min_lat) * coverage)
}
