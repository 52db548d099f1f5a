import type { Point } from '@geoclients/cas-client'

/** Places all over the world, made one by one as they are asked for; each `round` has others. */
export function* points(count: number, round = 0): Generator<Point, void, undefined> {
  for (let i = 0; i < count; i++) yield { type: 'Point', coordinates: placeOf(i, round) }
}

/** Longitude and latitude of a place, in hundred thousandths of a degree, so that they are exact in text. */
export function placeOf(i: number, round: number): [longitude: number, latitude: number] {
  const longitude = ((i * 7_919 + round * 104_729) % 36_000_000) / 100_000 - 180
  const latitude = ((i * 6_007 + round * 1_299_709) % 17_000_000) / 100_000 - 85
  return [Math.round(longitude * 1e5) / 1e5, Math.round(latitude * 1e5) / 1e5]
}
