import type { Feature } from '../generated/types.ts'

/** Whether the bounding box of a feature overlaps a box: west, south, east, north in WGS 84. West may be greater than east. */
export function meetsBox({ geometry }: Feature, box: readonly number[]): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = box.length === 6 ? [box[0], box[1], box[3], box[4]] : box
  const all = positionsOf(geometry)
  const [lons, lats] = [0, 1].map((i) => all.map((position) => position[i] ?? 0)) as [number[], number[]]
  const [left, right] = [Math.min(...lons), Math.max(...lons)]
  const meets = west <= east ? left <= east && right >= west : right >= west || left <= east
  return meets && Math.min(...lats) <= north && Math.max(...lats) >= south
}

function positionsOf(value: unknown): (readonly number[])[] {
  if (Array.isArray(value) && typeof value[0] === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(positionsOf) : []
}

/**
 * Whether a time is within an instant or interval. A feature without a time always matches (17-069r4,
 * /req/core/fc-time-response).
 */
export function meetsTime(time: unknown, datetime: string): boolean {
  if (typeof time !== 'string') return true
  const [start = '', end = start] = datetime.split('/')
  const at = (text: string, open: number): number => (text === '' || text === '..' ? open : Date.parse(text))
  return at(start, -Infinity) <= Date.parse(time) && Date.parse(time) <= at(end, Infinity)
}
