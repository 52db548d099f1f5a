import type { MultiPolygon, Point, Polygon, Position } from '../src/index.ts'

export const bern: Point = { type: 'Point', coordinates: [7.5, 46.9] }

export const polygon = (...ring: Position[]): Polygon => ({ type: 'Polygon', coordinates: [ring] })

/** A tenth of a degree each way. */
export const kansas: Polygon = polygon([-96.6, 39], [-96.5, 39], [-96.5, 39.1], [-96.6, 39.1], [-96.6, 39])

export const multiPolygon = (...polygons: Polygon[]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: polygons.map(({ coordinates }) => coordinates)
})

/** A point at this latitude that nobody has asked for yet: results are cached by geometry. */
export function newPoint(latitude: number): Point {
  return { type: 'Point', coordinates: [Math.round(Math.random() * 1e9) / 1e7, latitude] }
}

/** A polygon of so many vertices, the last one the first again. */
export function circle(vertices: number): Polygon {
  const step = (2 * Math.PI) / (vertices - 1)
  const around = Array.from({ length: vertices - 1 }, (_, i): Position => [Math.cos(i * step), Math.sin(i * step)])
  return polygon(...around, [1, 0])
}

/** JSON of a geometry that no service in Python can count the vertices of. */
export const tooDeep: string = `{"type": "Polygon", "coordinates": ${'['.repeat(600)}${']'.repeat(600)}}`
