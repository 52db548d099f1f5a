import { beforeAll, expect, test } from 'vitest'
import type { Schema } from '../generated/types.ts'
import type { JsonValue } from '../types/json.ts'
import { readInputValue } from './input-value.ts'
import { loadValidator } from './json-schema.ts'

beforeAll(loadValidator)

const number: Schema = { type: 'number', minimum: 0 }
const text: Schema = { type: 'string' }
const object: Schema = { type: 'object', required: ['a'] }
const image: Schema = { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png' }
const bytes: Schema = { type: 'string', format: 'byte' }
const geojson: Schema = { type: 'object', contentMediaType: 'application/geo+json' }

const taken: [string, Schema, JsonValue, unknown][] = [
  ['a literal', number, 1.5, 1.5],
  ['a qualified literal', number, { value: 1.5 }, 1.5],
  ['a qualified object', object, { value: { a: 1 }, mediaType: 'application/json' }, { a: 1 }],
  ['a bare object', object, { a: 1 }, { a: 1 }],
  ['an object that is like a qualified value, but more', object, { a: 1, value: 2 }, { a: 1, value: 2 }],
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
  expect(readInputValue(given, schema)).toEqual(value)
})

const refused: [string, Schema, JsonValue, string][] = [
  ['a wrong type', number, 'x', 'Instance type "string" is invalid. Expected: type number, minimum 0.'],
  [
    'a wrong value inside a qualified one',
    number,
    { value: -1 },
    '-1 is less than 0. Expected: type number, minimum 0.'
  ],
  ['a link to fetch', object, { href: 'http://host/data.json' }, 'which is neither a valid data: URL nor one of http.'],
  ['a wrong media type', image, { value: 'AP8=', mediaType: 'image/jpeg' }, 'Expected: image/png.'],
  ['a wrong media type of a link', image, { href: 'data:image/gif;base64,AP8=' }, '"image/gif". Expected: image/png.'],
  ['a media type that is none', object, { value: { a: 1 }, mediaType: 1 }, 'The media type is 1. Expected: a text.'],
  ['an unknown encoding', bytes, { value: 'AP8=', encoding: 'hex' }, 'The encoding is "hex". Expected: base64 text.'],
  ['text that is no base64', bytes, '***', 'The text is not base64.'],
  ['data that is no JSON', object, { href: 'data:application/json,{' }, 'The data is not JSON.'],
  ['null where it is not allowed', object, null, 'Instance type "null" is invalid.']
]

test.each(refused)('refuses %s', (_name, schema, given, message) => {
  expect(() => readInputValue(given, schema)).toThrow(message)
})
