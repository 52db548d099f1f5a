import { Validator } from '@cfworker/json-schema'
import { expect, test } from 'vitest'
import type { Schema } from '../../generated/types.ts'
import type { JsonValue } from '../../types/json.ts'
import { type InputIssue, type InputValue, readInputs } from './read-inputs.ts'

const number: Schema = { type: 'number', minimum: 0 }
const text: Schema = { type: 'string' }
const object: Schema = { type: 'object', required: ['a'] }
const image: Schema = { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png' }
const bytes: Schema = { type: 'string', format: 'byte' }
const geojson: Schema = { type: 'object', contentMediaType: 'application/geo+json' }
const link: Schema = { type: 'object', properties: { href: text }, required: ['href'] }

function read(
  given: JsonValue,
  schema: Schema
): { value: InputValue | InputValue[] | undefined; issues: readonly InputIssue[] } {
  const description = { id: 'p', version: '1', inputs: { a: { schema } } }
  const { values, issues } = readInputs({ a: given }, description, { Validator, linkRule: (href) => `not ${href}` })
  return { value: values.a, issues }
}

const taken: [string, Schema, JsonValue, unknown][] = [
  ['a literal', number, 1.5, 1.5],
  ['a qualified literal', number, { value: 1.5 }, 1.5],
  ['a qualified object', object, { value: { a: 1 }, mediaType: 'application/json' }, { a: 1 }],
  ['a bare object', object, { a: 1 }, { a: 1 }],
  ['an object that is like a qualified value, but more', object, { a: 1, value: 2 }, { a: 1, value: 2 }],
  [
    'an object whose schema has a value',
    { ...object, properties: { value: {} }, required: [] },
    { value: 2 },
    { value: 2 }
  ],
  ['a link where the schema describes links', link, { href: 'https://host/a' }, { href: 'https://host/a' }],
  ['a qualified text that looks like JSON', text, { value: '{"a":1}' }, '{"a":1}'],
  ['a text in base64', text, { value: 'R2Vv', encoding: 'base64', mediaType: 'text/plain' }, 'Geo'],
  ['JSON in base64', object, { value: 'eyJhIjoxfQ==', encoding: 'base64', mediaType: 'application/json' }, { a: 1 }],
  ['binary', image, 'AP8=', Uint8Array.from([0, 255])],
  ['qualified binary', image, { value: 'AP8=', encoding: 'base64', mediaType: 'image/png' }, Uint8Array.from([0, 255])],
  ['binary of any media type', bytes, { value: 'AP8=', mediaType: 'image/jpeg' }, Uint8Array.from([0, 255])],
  ['binary as data URL', image, { href: 'data:image/png;base64,AP8=' }, Uint8Array.from([0, 255])],
  ['JSON as data URL', object, { href: 'data:application/json,{"a":1}', rel: 'item' }, { a: 1 }],
  ['a number as data URL', number, { href: 'data:,7' }, 7],
  ['text as data URL', text, { href: 'data:text/plain,a%20b' }, 'a b'],
  ['GeoJSON by its media type', geojson, { value: {}, mediaType: 'application/geo+json; charset=utf-8' }, {}]
]

test.each(taken)('takes %s', (_name, schema, given, value) => {
  expect(read(given, schema)).toEqual({ value, issues: [] })
})

const refused: [string, Schema, JsonValue, string, string][] = [
  ['a wrong type', number, 'x', 'type', 'must be a number, not "x"'],
  ['a wrong value inside a qualified one', number, { value: -1 }, 'minimum', 'must be at least 0, not -1'],
  ['a link where the rule refuses it', object, { href: 'http://host/data.json' }, 'href', 'not http://host/data.json'],
  ['a data URL that is none', object, { href: 'data:oops' }, 'href', 'must be a valid data: URL'],
  [
    'a wrong media type',
    image,
    { value: 'AP8=', mediaType: 'image/jpeg' },
    'contentMediaType',
    'must have the media type image/png, not "image/jpeg"'
  ],
  [
    'a wrong media type of a link',
    image,
    { href: 'data:image/gif;base64,AP8=' },
    'contentMediaType',
    'must have the media type image/png, not "image/gif"'
  ],
  [
    'a media type that is none',
    object,
    { value: { a: 1 }, mediaType: 1 },
    'contentMediaType',
    'must have a media type, not 1'
  ],
  [
    'an unknown encoding',
    bytes,
    { value: 'AP8=', encoding: 'hex' },
    'contentEncoding',
    'must have the encoding "base64" and a text value, not "hex"'
  ],
  ['text that is no base64', bytes, '***', 'contentEncoding', 'must be base64 text'],
  [
    'data that is no JSON',
    object,
    { href: 'data:application/json,{' },
    'contentMediaType',
    'must contain JSON, but its bytes are not JSON'
  ],
  ['null where it is not allowed', object, null, 'type', 'must be an object, not null']
]

test.each(refused)('refuses %s', (_name, schema, given, keyword, message) => {
  expect(read(given, schema).issues).toMatchObject([{ pointer: '/a', keyword, message }])
})
