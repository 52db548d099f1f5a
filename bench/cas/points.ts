import type { Point } from '@geoclients/cas-client'

/** Places all over the world, made on demand. Each `round` has other places. */
export function* points(count: number, round = 0): Generator<Point, void, undefined> {
  for (let i = 0; i < count; i++) yield { type: 'Point', coordinates: placeOf(i, round) }
}

/** Longitude and latitude of a place, in multiples of 0.00001 degrees, so that they are exact as text. */
export function placeOf(i: number, round: number): [longitude: number, latitude: number] {
  const longitude = ((i * 7_919 + round * 104_729) % 36_000_000) / 100_000 - 180
  const latitude = ((i * 6_007 + round * 1_299_709) % 17_000_000) / 100_000 - 85
  return [Math.round(longitude * 1e5) / 1e5, Math.round(latitude * 1e5) / 1e5]
}
