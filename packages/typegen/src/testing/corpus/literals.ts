import type { Corpus } from './corpus.ts'

/** Single values: types, bounds, formats, enumerations, defaults, null. */
export const literals: Corpus = {
  text: { type: 'string' },
  'text with lengths': { type: 'string', minLength: 2, maxLength: 4 },
  'text with a pattern': { type: 'string', pattern: '^[A-Z]{2}$', examples: ['DE', 'FR'] },
  'text with a default': { type: 'string', default: 'metres' },
  date: { type: 'string', format: 'date' },
  'date and time': { type: 'string', format: 'date-time' },
  address: { type: 'string', format: 'uri' },
  uuid: { type: 'string', format: 'uuid' },
  'unknown format': { type: 'string', format: 'well-known-text' },
  number: { type: 'number' },
  'bounded number': { type: 'number', minimum: -90, maximum: 90 },
  'exclusive bounds, 3.0': { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 1, exclusiveMaximum: true },
  'exclusive bounds, 3.1': { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
  'whole number': { type: 'integer' },
  'whole number with a format': { type: 'integer', format: 'int64', minimum: 1, maximum: 1_000_000 },
  'a multiple': { type: 'integer', multipleOf: 5, minimum: 0, maximum: 100 },
  flag: { type: 'boolean' },
  'flag with a default': { type: 'boolean', default: false },
  'enumeration of texts': { type: 'string', enum: ['nearest', 'bilinear', 'cubic'] },
  'enumeration of numbers': { type: 'number', enum: [10, 20, 60] },
  'enumeration without a type': { enum: ['a', 1, true, null] },
  'enumeration of one': { type: 'string', enum: ['EPSG:4326'] },
  'enumeration of objects': {
    enum: [
      { name: 'red', band: 4 },
      { name: 'nir', band: 8 }
    ]
  },
  'constant text': { const: 'WGS84' },
  'constant number': { const: 7 },
  'nullable text, 3.0': { type: 'string', nullable: true },
  'nullable enumeration, 3.0': { type: 'string', nullable: true, enum: ['low', 'high'] },
  'nullable by a list of types, 3.1': { type: ['number', 'null'] },
  'nullable by an alternative': { anyOf: [{ type: 'integer' }, { type: 'null' }] },
  'text or number': { type: ['string', 'number'] },
  'only null': { type: 'null' },
  deprecated: { type: 'string', deprecated: true, description: 'Use the other one.' },
  'read only and examples': { type: 'string', readOnly: true, example: 'like this' },
  'extensions of a server': { type: 'number', 'x-ui-widget': 'slider', 'x-unit': 'm' },
  'a title and a description': { title: 'Threshold', description: 'From which\n\nit counts.', type: 'number' }
}
