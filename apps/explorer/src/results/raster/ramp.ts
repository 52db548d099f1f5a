/** Viridis in nine steps: lightness grows all along, so it is read with any colour vision and in grey. */
export const rampColors: readonly string[] = [
  '#440154',
  '#472d7b',
  '#3b528b',
  '#2c728e',
  '#21918c',
  '#28ae80',
  '#5ec962',
  '#addc30',
  '#fde725'
]

const steps = rampColors.map((hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)))

/** 256 colours as red, green and blue, one after the other. */
export const ramp: Uint8ClampedArray = Uint8ClampedArray.from({ length: 256 * 3 }, (_, index) => {
  const place = (Math.floor(index / 3) / 255) * (steps.length - 1)
  const [low, channel] = [Math.min(steps.length - 2, Math.floor(place)), index % 3]
  const [one = 0, other = 0] = [steps[low]?.[channel], steps[low + 1]?.[channel]]
  return one + (other - one) * (place - low)
})
