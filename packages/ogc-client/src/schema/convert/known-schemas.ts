import type { JsonSchema } from '../json-schema.ts'

const numbers: JsonSchema = { type: 'array', items: { type: 'number' } }

/** A bounding box as Part 1 has it (18-062r2, 7.11.2.3), with 4 or 6 numbers. */
const bbox: JsonSchema = {
  type: 'object',
  format: 'ogc-bbox',
  required: ['bbox'],
  properties: {
    bbox: {
      description: 'West, south, east, north; or west, south, lowest, east, north, highest.',
      type: 'array',
      items: { type: 'number' },
      oneOf: [
        { title: 'In two dimensions', minItems: 4, maxItems: 4 },
        { title: 'In three dimensions', minItems: 6, maxItems: 6 }
      ]
    },
    crs: {
      description: 'URI of the coordinate reference system.',
      type: 'string',
      default: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
    }
  }
}

/** A link (18-062r2, 7.11.2.4). */
export const link: JsonSchema = {
  type: 'object',
  required: ['href'],
  properties: {
    href: { description: 'URL of the value.', type: 'string' },
    rel: { type: 'string' },
    type: { description: 'Media type of the value.', type: 'string' },
    hreflang: { type: 'string' },
    title: { type: 'string' }
  }
}

const position: JsonSchema = { type: 'array', items: { type: 'number' }, minItems: 2 }
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items })

const geometries: Readonly<Record<string, JsonSchema>> = {
  Point: position,
  MultiPoint: list(position),
  LineString: list(position),
  MultiLineString: list(list(position)),
  Polygon: list(list(position)),
  MultiPolygon: list(list(list(position)))
}

const geometryNames = [...Object.keys(geometries), 'GeometryCollection']
const oneOf = (names: readonly string[]): JsonSchema => ({ oneOf: names.map((name) => ({ $ref: geoJsonUrl(name) })) })
const nullable = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] })

function geoJson(
  type: string,
  members: Record<string, JsonSchema>,
  optional: Record<string, JsonSchema> = {}
): JsonSchema {
  return {
    type: 'object',
    required: ['type', ...Object.keys(members)],
    properties: { type: { type: 'string', enum: [type] }, ...members, ...optional, bbox: numbers }
  }
}

/** GeoJSON (RFC 7946) by the name of its type. */
const geoJsonSchemas: Readonly<Record<string, JsonSchema>> = {
  ...Object.fromEntries(
    Object.entries(geometries).map(([type, coordinates]) => [type, geoJson(type, { coordinates })])
  ),
  GeometryCollection: geoJson('GeometryCollection', { geometries: list({ $ref: geoJsonUrl('Geometry') }) }),
  Geometry: oneOf(geometryNames),
  Feature: geoJson(
    'Feature',
    { geometry: nullable({ $ref: geoJsonUrl('Geometry') }), properties: nullable({ type: 'object' }) },
    { id: { type: ['string', 'number'] } }
  ),
  FeatureCollection: geoJson('FeatureCollection', { features: list({ $ref: geoJsonUrl('Feature') }) }),
  GeoJSON: oneOf([...geometryNames, 'Feature', 'FeatureCollection'])
}

function geoJsonUrl(name: string): string {
  return `https://geojson.org/schema/${name}.json`
}

/** Names of the schema files of OGC and geojson.org, in lower case. */
const byFile: Readonly<Record<string, JsonSchema>> = {
  bbox,
  link,
  ...Object.fromEntries(
    Object.entries(geoJsonSchemas).flatMap(([name, schema]) => [
      [name.toLowerCase(), schema],
      [`${name.toLowerCase()}geojson`, schema]
    ])
  )
}

const hosts = ['schemas.opengis.net', 'schemas.ogc.org', 'geojson.org', 'beta.schemas.opengis.net']

/** A well-known schema that needs no request: bounding boxes, links, GeoJSON. */
export function knownSchema(url: string): JsonSchema | undefined {
  const { hostname, pathname } = URL.parse(url) ?? {}
  if (hostname === undefined || !hosts.includes(hostname)) return undefined
  const file =
    pathname
      ?.split('/')
      .at(-1)
      ?.replace(/\.(ya?ml|json)$/i, '')
      .toLowerCase() ?? ''
  return Object.hasOwn(byFile, file) ? byFile[file] : undefined
}

const formats: Readonly<Record<string, JsonSchema | undefined>> = {
  'ogc-bbox': bbox,
  'geojson-geometry': geoJsonSchemas.Geometry,
  'geojson-feature': geoJsonSchemas.Feature,
  'geojson-feature-collection': geoJsonSchemas.FeatureCollection
}

/** The schema of one of the standard's formats, for schemas that have only a `format`. */
export function schemaOfFormat(format: string): JsonSchema | undefined {
  return Object.hasOwn(formats, format) ? formats[format] : undefined
}
