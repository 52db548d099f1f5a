import type { Geometry, Polygon } from 'geojson'

/** West, south, east and north of a drawn box, to six decimals. */
export function cornersOf(geometry: Geometry | undefined): (number | undefined)[] {
  const positions = (geometry as Polygon | undefined)?.coordinates?.[0] ?? []
  if (positions.length === 0) return [undefined, undefined, undefined, undefined]
  const [longitudes, latitudes] = [positions.map(([x = 0]) => x), positions.map(([, y = 0]) => y)]
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)].map(
    (value) => Number(value.toFixed(6))
  )
}
