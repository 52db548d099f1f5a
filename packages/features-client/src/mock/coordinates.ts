type Turn = (position: readonly number[]) => number[]

const radius = 6_378_137
const degrees = 180 / Math.PI
const swapped: Turn = ([first = 0, second = 0]) => [second, first]
const same: Turn = (position) => [...position]

/** The coordinate systems that the mock knows, with functions that transform from and to WGS 84, longitude first. */
export const known: Readonly<Record<string, { readonly from84: Turn; readonly to84: Turn }>> = {
  'http://www.opengis.net/def/crs/OGC/1.3/CRS84': { from84: same, to84: same },
  'http://www.opengis.net/def/crs/EPSG/0/4326': { from84: swapped, to84: swapped },
  'http://www.opengis.net/def/crs/EPSG/0/3857': {
    from84: ([x = 0, y = 0]) => [(radius * x) / degrees, radius * Math.log(Math.tan((90 + y) / degrees / 2))],
    to84: ([x = 0, y = 0]) => [(x / radius) * degrees, 2 * Math.atan(Math.exp(y / radius)) * degrees - 90]
  }
}

/** A geometry, or a part of it, with all positions transformed. */
export function turned<T>(value: T, turn: Turn): T {
  if (typeof value !== 'object' || value === null) return value
  if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, turned(v, turn)])) as T
  return (typeof value[0] === 'number' ? turn(value) : value.map((one) => turned(one, turn))) as T
}
