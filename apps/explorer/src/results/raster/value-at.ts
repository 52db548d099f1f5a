import type { Raster } from './read-raster.ts'

type Placed = Pick<Raster, 'width' | 'height' | 'extent' | 'pixels'>

/** The value of the pixel at a place; undefined for a pixel without one. */
export function valueAt(
  { width, height, extent, pixels }: Placed,
  [x, y]: readonly [number, number]
): number | undefined | 'outside' {
  if (!extent || pixels.kind !== 'band') return 'outside'
  const [west, south, east, north] = extent
  const column = Math.floor(((x - west) / (east - west)) * width)
  const row = Math.floor(((north - y) / (north - south)) * height)
  if (!(column >= 0 && column < width && row >= 0 && row < height)) return 'outside'
  const value = pixels.values[row * width + column]
  return value !== undefined && pixels.hasValue(value) ? value : undefined
}
