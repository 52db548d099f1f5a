import { ramp } from './ramp.ts'
import type { Raster } from './read-raster.ts'
import type { ValueRange } from './value-range.ts'

/** Draws a raster: its own colours, or a colour for each value; what has no value is transparent. */
export function paint({ width, height, pixels }: Raster, range: ValueRange | undefined): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const image = new ImageData(width, height)
  if (pixels.kind === 'colors') paintColors(image.data, pixels.values, pixels.channels)
  else if (range) paintValues(image.data, pixels.values, pixels.hasValue, range)
  canvas.getContext('2d')?.putImageData(image, 0, 0)
  return canvas
}

function paintColors(data: Uint8ClampedArray, values: ArrayLike<number>, channels: number): void {
  for (let at = 0, from = 0; at < data.length; at += 4, from += channels) {
    for (let channel = 0; channel < 3; channel += 1) data[at + channel] = values[from + channel] ?? 0
    data[at + 3] = channels === 4 ? (values[from + 3] ?? 0) : 255
  }
}

function paintValues(
  data: Uint8ClampedArray,
  values: ArrayLike<number>,
  hasValue: (value: number) => boolean,
  { from, to }: ValueRange
): void {
  const scale = to > from ? 255 / (to - from) : 0
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number
    if (!hasValue(value)) continue
    const color = 3 * (scale === 0 ? 128 : Math.max(0, Math.min(255, Math.round((value - from) * scale))))
    for (let channel = 0; channel < 3; channel += 1) data[4 * index + channel] = ramp[color + channel] ?? 0
    data[4 * index + 3] = 255
  }
}
