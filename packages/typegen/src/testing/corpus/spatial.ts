import type { Corpus } from './corpus.ts'

const image = (type: string): object => ({ type: 'string', contentEncoding: 'base64', contentMediaType: type })

/** What geospatial services take: boxes, GeoJSON, files, links, one thing in several media types. */
export const spatial: Corpus = {
  'bounding box of the standard': { type: 'object', format: 'ogc-bbox' },
  'bounding box as a format only': { format: 'ogc-bbox' },
  'bounding box by its file': {
    allOf: [
      { format: 'ogc-bbox' },
      { $ref: 'https://schemas.opengis.net/ogcapi/processes/part1/1.0/openapi/schemas/bbox.yaml' }
    ]
  },
  'bounding box as four numbers': {
    type: 'array',
    items: { type: 'number' },
    minItems: 4,
    maxItems: 4,
    default: [-180, -90, 180, 90]
  },
  'point by its file': { $ref: 'https://geojson.org/schema/Point.json' },
  'geometry by its file': { $ref: 'https://geojson.org/schema/Geometry.json' },
  'geometry by its format': { type: 'object', format: 'geojson-geometry' },
  'feature by its file': { $ref: 'https://geojson.org/schema/Feature.json' },
  'collection by its format': { type: 'object', format: 'geojson-feature-collection' },
  'GeoJSON as an object': { type: 'object', contentMediaType: 'application/geo+json' },
  coordinates: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 3 },
  'file in base64': image('image/tiff; application=geotiff'),
  'file, as OpenAPI 3.0 has it': { type: 'string', format: 'byte' },
  'binary, as OpenAPI 3.0 has it': { type: 'string', format: 'binary', contentMediaType: 'image/png' },
  'file of one of two kinds': { oneOf: [image('image/png'), image('image/jpeg')], 'x-server': true },
  'file or object': {
    anyOf: [
      image('application/x-netcdf'),
      { type: 'object', required: ['type'], properties: { type: { enum: ['Coverage'] } } }
    ]
  },
  link: {
    type: 'object',
    required: ['href'],
    properties: { href: { type: 'string' }, type: { type: 'string', nullable: true } }
  },
  period: { type: 'array', items: { type: 'string', format: 'date' }, minItems: 2, maxItems: 2 },
  CRS: {
    type: 'string',
    format: 'uri',
    default: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
    enum: ['http://www.opengis.net/def/crs/OGC/1.3/CRS84', 'http://www.opengis.net/def/crs/EPSG/0/3857']
  }
}
