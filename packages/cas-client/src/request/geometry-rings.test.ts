import { testRefused, testSent } from '../testing/geometry-cases.ts'
import { feature, multiPolygon, polygon, ringOf, square, without } from '../testing/shapes.ts'

/** A closed ring with this at index 3. */
const ringWith = (position: unknown): unknown[] => square.toSpliced(3, 0, position as number[])
/** A ring that ends here. */
const ringTo = (...last: number[]): number[][] => [...square.slice(0, 3), last]

const position = 'must be a position [longitude, latitude] or [longitude, latitude, height]'
const four = 'must be a ring of at least four positions'
const rings = 'must be an array of at least one ring'
const polygons = 'must be an array of at least one polygon'
const open = 'must be a closed ring: its last position'

const refused: readonly (readonly [what: string, geometry: unknown, message: string])[] = [
  ['a Polygon without coordinates', { type: 'Polygon' }, `geometry.coordinates ${rings}, got undefined`],
  ['a Polygon without rings', polygon(), `geometry.coordinates ${rings}, got []`],
  ['a ring of nothing', polygon([]), `geometry.coordinates[0] ${four}, got []`],
  ['a ring of three', polygon(square.slice(1)), `geometry.coordinates[0] ${four}, got an array of 3`],
  ['a ring that is no array', polygon(square, { 0: 1 }), `geometry.coordinates[1] ${four}, got an object`],
  ['a hole in a ring', polygon(without(1, square)), `geometry.coordinates[0][1] ${position}, got undefined`],
  ['a number for a position', polygon(ringWith(7)), `geometry.coordinates[0][3] ${position}, got 7`],
  [
    'text in a ring',
    polygon(square, ringWith(['1', 2])),
    'geometry.coordinates[1][3][0] must be a finite number, got "1"'
  ],
  [
    'a ring that is open in latitude',
    polygon(square, ringTo(0, 0.5)),
    `geometry.coordinates[1] ${open} [0,0.5] differs from its first, [0,0]`
  ],
  [
    'a ring that is open in longitude',
    feature(polygon(ringTo(0.5, 0))),
    `geometry.geometry.coordinates[0] ${open} [0.5,0] differs from its first, [0,0]`
  ],
  ['a MultiPolygon of nothing', multiPolygon(), `geometry.coordinates ${polygons}, got []`],
  ['rings in place of polygons', multiPolygon(square), `geometry.coordinates[0][0] ${four}, got [0, 0]`],
  ['an empty polygon', multiPolygon([square], []), `geometry.coordinates[1] ${rings}, got []`],
  [
    'an open ring in a MultiPolygon',
    multiPolygon([square], [square, ringTo(2, 2)]),
    `geometry.coordinates[1][1] ${open} [2,2] differs from its first, [0,0]`
  ],
  [
    'a latitude deep down',
    multiPolygon([square], [square, ringWith([1, 91])]),
    'geometry.coordinates[1][1][3][1] must be a latitude from -90 to 90, got 91'
  ]
]

testRefused(refused)

testSent([
  ['a ring with a hole', polygon(square, ringWith([0.5, 1]))],
  ['a ring that closes at another height', polygon([[0, 0, 1], ...square.slice(1, 3), [0, 0, 4]])],
  ['more vertices than a service takes by its default', polygon(ringOf(10_001), square)],
  ['more vertices in two polygons', multiPolygon([ringOf(50_000)], [ringOf(50_000)])]
])
