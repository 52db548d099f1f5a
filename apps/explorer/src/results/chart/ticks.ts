/** Round numbers between two bounds, about as many as asked for. */
export function ticks(low: number, high: number, about = 5): number[] {
  if (!(high > low)) return [low]
  const rough = (high - low) / about
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

const day = 86_400_000

/** Beginnings of years, months or days between two times, at most about `most` of them. */
export function timeTicks(low: number, high: number, most = 7): number[] {
  const start = new Date(low)
  const months = (high - low) / (30.4 * day)
  if (months < 2)
    return ticks(Math.ceil(low / day), Math.floor(high / day), Math.min(5, most)).map((days) => Math.round(days) * day)
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find((one) => months / one <= most) ?? 2400
  const first = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step - 1970 * 12
  return Array.from({ length: most + 2 }, (_, index) => Date.UTC(1970, first + index * step)).filter(
    (time) => time >= low && time <= high
  )
}
