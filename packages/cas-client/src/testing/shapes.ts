export const square: readonly number[][] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0]
]

export const pointAt = (...coordinates: unknown[]): object => ({ type: 'Point', coordinates })
export const polygon = (...rings: unknown[]): object => ({ type: 'Polygon', coordinates: rings })
export const multiPolygon = (...polygons: unknown[]): object => ({ type: 'MultiPolygon', coordinates: polygons })
export const feature = (geometry: unknown): object => ({ type: 'Feature', geometry, properties: {} })

/** The same array with a hole in it, which no loop by `forEach` would see. */
export function without(index: number, array: readonly unknown[]): unknown[] {
  const copy = [...array]
  delete copy[index]
  return copy
}

/** A closed ring of so many positions. */
export function ringOf(count: number): number[][] {
  const ring = Array.from({ length: count - 1 }, (_, i) => [i / count, (i % 2) / 2])
  return [...ring, [0, 0]]
}
