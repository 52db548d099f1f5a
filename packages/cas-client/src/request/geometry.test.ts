import { testRefused, testSent } from '../testing/geometry-cases.ts'
import { point } from '../testing/samples.ts'
import { feature, pointAt, square, without } from '../testing/shapes.ts'

const circular: Record<string, unknown> = { type: 'Feature', properties: null }
circular.geometry = circular

const any = 'must be a GeoJSON geometry or Feature'
const types = 'must be "Point", "Polygon" or "MultiPolygon", the types that the service accepts'
const position = 'must be a position [longitude, latitude] or [longitude, latitude, height]'
const finite = 'must be a finite number'
const longitude = 'must be a longitude from -180 to 180'
const latitude = 'must be a latitude from -90 to 90'
const lines = { type: 'MultiLineString', coordinates: [square] }
const collection = { type: 'FeatureCollection', features: [] }
const fromProto = JSON.parse('{"__proto__": {"type": "Point", "coordinates": [7, 46]}}')

const refused: readonly (readonly [what: string, geometry: unknown, message: string])[] = [
  ['nothing', undefined, `geometry ${any}, got undefined`],
  ['null', null, `geometry ${any}, got null`],
  ['a bare position', [7, 46], `geometry ${any}, got [7, 46]`],
  ['WKT', 'POINT (7 46)', `geometry ${any}, got "POINT (7 46)"`],
  ['an empty object', {}, `geometry.type ${types}, got undefined`],
  ['a type behind __proto__', fromProto, `geometry.type ${types}, got undefined`],
  ['a LineString', { type: 'LineString', coordinates: square }, `geometry.type ${types}, got "LineString"`],
  ['a collection', { type: 'GeometryCollection', geometries: [] }, `geometry.type ${types}, got "GeometryCollection"`],
  ['a FeatureCollection', collection, `geometry.type ${types}, got "FeatureCollection"`],
  ['a type in lower case', { type: 'point', coordinates: [7, 46] }, `geometry.type ${types}, got "point"`],
  ['a type in an array', { type: ['Point'], coordinates: [7, 46] }, `geometry.type ${types}, got an array of 1`],
  ['a Feature of null', feature(null), 'geometry.geometry must be a GeoJSON geometry, got null'],
  ['a Feature of nothing', { type: 'Feature' }, 'geometry.geometry must be a GeoJSON geometry, got undefined'],
  ['a Feature of lines', feature(lines), `geometry.geometry.type ${types}, got "MultiLineString"`],
  ['a Feature in a Feature', feature(feature(point)), `geometry.geometry.type ${types}, got "Feature"`],
  ['a Feature of itself', circular, `geometry.geometry.type ${types}, got "Feature"`],
  ['NaN in a Feature', feature(pointAt(Number.NaN, 0)), `geometry.geometry.coordinates[0] ${finite}, got NaN`],
  ['no coordinates', { type: 'Point' }, `geometry.coordinates ${position}, got undefined`],
  ['null for coordinates', { type: 'Point', coordinates: null }, `geometry.coordinates ${position}, got null`],
  ['text for coordinates', { type: 'Point', coordinates: '7,46' }, `geometry.coordinates ${position}, got "7,46"`],
  [
    'an object for them',
    { type: 'Point', coordinates: { length: 2 } },
    `geometry.coordinates ${position}, got an object`
  ],
  ['a longitude alone', pointAt(7), `geometry.coordinates ${position}, got [7]`],
  ['a position of four', pointAt(7, 46, 500, 1), `geometry.coordinates ${position}, got [7, 46, 500, 1]`],
  ['a position too deep', pointAt([7, 46], 3), `geometry.coordinates[0] ${finite}, got [7, 46]`],
  ['a hole', { type: 'Point', coordinates: without(0, [7, 46]) }, `geometry.coordinates[0] ${finite}, got undefined`],
  ['text among the coordinates', pointAt('7', 46), `geometry.coordinates[0] ${finite}, got "7"`],
  ['null among the coordinates', pointAt(7, null), `geometry.coordinates[1] ${finite}, got null`],
  ['a BigInt', pointAt(7n, 46), `geometry.coordinates[0] ${finite}, got 7n`],
  ['an infinite latitude', pointAt(7, Number.POSITIVE_INFINITY), `geometry.coordinates[1] ${finite}, got Infinity`],
  ['a height of NaN', pointAt(7, 46, Number.NaN), `geometry.coordinates[2] ${finite}, got NaN`],
  ['a longitude too far west', pointAt(-180.1, 46), `geometry.coordinates[0] ${longitude}, got -180.1`],
  ['a longitude too far east', pointAt(500, 46), `geometry.coordinates[0] ${longitude}, got 500`],
  ['a latitude too far south', pointAt(7, -91), `geometry.coordinates[1] ${latitude}, got -91`],
  ['a latitude too far north', pointAt(7, 90.1), `geometry.coordinates[1] ${latitude}, got 90.1`]
]

testRefused(refused)

testSent([
  ['a position in one corner of the map', pointAt(-180, 90)],
  ['a position in the other corner', pointAt(180, -90)],
  ['a height beyond any degree', pointAt(7, 46, 8848)]
])
