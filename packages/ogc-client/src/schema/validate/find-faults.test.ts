import { Validator } from '@cfworker/json-schema'
import { expect, test } from 'vitest'
import type { JsonValue } from '../../types/json.ts'
import { SchemaConverter } from '../convert/convert-schema.ts'
import { type Fault, findFaults, withoutFalse } from './find-faults.ts'

function faultsOf(schema: object, value: JsonValue): Fault[] {
  const converter = new SchemaConverter(schema)
  const converted = withoutFalse({ ...converter.convert(schema), ...converter.definitions })
  return findFaults(new Validator(structuredClone(converted), '2020-12', false), converted, value)
}

const cases: [schema: object, good: JsonValue, bad: JsonValue, message: string][] = [
  [{ type: 'integer', minimum: 0 }, 0, -1, 'must be at least 0, not -1'],
  [{ type: 'integer' }, 3, 3.5, 'must be a whole number, not 3.5'],
  [{ type: 'number', minimum: 0, exclusiveMinimum: true }, 0.1, 0, 'must be greater than 0, not 0'],
  [{ type: 'number', maximum: 1, exclusiveMaximum: true }, 0.9, 1, 'must be less than 1, not 1'],
  [{ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.5, 1, 'must be less than 1, not 1'],
  [{ type: 'number', minimum: 0, exclusiveMinimum: false }, 0, -1, 'must be at least 0, not -1'],
  [{ type: 'number', multipleOf: 0.5 }, 1.5, 1.3, 'must be a multiple of 0.5, not 1.3'],
  [{ type: 'string', nullable: true }, null, 1, 'must be text or null, not 1'],
  [{ type: ['string', 'null'] }, null, 1, 'must be text or null, not 1'],
  [{ type: 'string', nullable: true, enum: ['a'] }, null, 'b', 'must be "a" or null, not "b"'],
  [{ type: 'string', maxLength: 3 }, 'aaa', 'aaaa', 'must have at most 3 characters'],
  [{ type: 'string', minLength: 1 }, 'a', '', 'must have at least 1 character'],
  [{ type: 'string', pattern: '^a+$' }, 'aaa', 'b', 'must match the pattern ^a+$, which "b" does not'],
  [{ enum: ['a', 2] }, 2, 'b', 'must be "a" or 2, not "b"'],
  [{ const: { a: [1] } }, { a: [1] }, { a: [2] }, 'must be {"a":[1]}, not {"a":[2]}'],
  [
    { type: 'array', items: { type: 'number', nullable: true }, minItems: 1 },
    [1, null],
    [],
    'must have at least 1 item'
  ],
  [{ type: 'array', uniqueItems: true }, [1, 2], [1, 1], 'must not have the same item twice'],
  [
    { type: 'array', items: [{ type: 'string' }, { type: 'number' }] },
    ['a', 1],
    ['a', 'b'],
    'must be a number, not "b"'
  ],
  [{ type: 'object', properties: { a: { type: 'number' } }, required: ['a'] }, { a: 1 }, { b: 1 }, 'is missing'],
  [
    { type: 'object', additionalProperties: false, properties: { a: {} } },
    { a: 1 },
    { a: 1, b: 2 },
    'is not allowed here'
  ],
  [{ type: 'object', additionalProperties: { type: 'number' } }, { b: 1 }, { b: 'x' }, 'must be a number, not "x"'],
  [{ type: 'object', required: ['constructor'] }, JSON.parse('{"constructor":1,"__proto__":2}'), {}, 'is missing'],
  [{ type: 'object', minProperties: 2 }, { a: 1, b: 2 }, { a: 1 }, 'must have at least 2 members'],
  [{ allOf: [{ minimum: 1 }, { maximum: 2, exclusiveMaximum: true }] }, 1, 2, 'must be less than 2, not 2'],
  [{ anyOf: [{ type: 'string' }, { type: 'number', minimum: 5 }] }, 5, 4, 'must be at least 5, not 4'],
  [{ anyOf: [{ type: 'string' }, { type: 'integer' }] }, 5, true, 'must be text or a whole number, not true'],
  [{ oneOf: [{ minimum: 1 }, { maximum: 5 }] }, 0, 3, 'matches 2 of the alternatives, but must match exactly one'],
  [{ not: { type: 'string' } }, 1, 'a', 'must not be text, but "a" is'],
  [
    { type: 'string', format: 'date-time' },
    '2026-01-01T00:00:00Z',
    'soon',
    'must be a date and time such as 2026-01-31T12:00:00Z, not "soon"'
  ],
  [{ type: 'object', format: 'ogc-bbox' }, { bbox: [1, 2, 3, 4] }, [], 'must be an object, not an empty list'],
  [{ format: 'ogc-bbox' }, { bbox: [1, 2, 3, 4, 5, 6] }, {}, 'is missing'],
  [{ $ref: '#/$defs/A', $defs: { A: { type: 'integer', maximum: 3 } } }, 3, 4, 'must be at most 3, not 4'],
  [
    JSON.parse('{"if":{"type":"string"},"then":{"minLength":2},"else":{"type":"null"}}'),
    null,
    'a',
    'must have at least 2 characters'
  ]
]

test.each(cases)('%j takes %j and refuses %j: %s', (schema, good, bad, message) => {
  expect(faultsOf(schema, good)).toEqual([])
  expect(faultsOf(schema, bad).map((fault) => fault.message)).toEqual([message])
})

test('says where it went wrong, and leaves out what only follows from it', () => {
  const schema = { type: 'object', properties: { 'a/b': { type: 'array', items: { anyOf: [{ type: 'number' }] } } } }
  expect(faultsOf(schema, { 'a/b': [1, 'x', 2, 'y'] })).toEqual([
    { pointer: '/a~1b/1', value: 'x', keyword: 'anyOf', message: 'must be a number, not "x"' },
    { pointer: '/a~1b/3', value: 'y', keyword: 'anyOf', message: 'must be a number, not "y"' }
  ])
})

test('a schema that contains itself and nothing else forbids nothing', () => {
  expect(faultsOf({ $ref: '#' }, 5)).toEqual([])
  expect(faultsOf({ allOf: [{ $ref: '#' }] }, 5)).toEqual([])
  expect(faultsOf({ $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } }, 5)).toEqual([])
})

const point = {
  type: 'object',
  required: ['type', 'coordinates'],
  properties: { type: { enum: ['Point'] }, coordinates: { type: 'array', minItems: 2 } }
}
const area = {
  type: 'object',
  required: ['type', 'coordinates'],
  properties: { type: { const: 'Polygon' }, coordinates: { type: 'array', minItems: 1 } }
}

test.each<[value: JsonValue, pointer: string, message: string]>([
  [{ type: 'Polygon', coordinates: [] }, '/coordinates', 'must have at least 1 item'],
  [{ type: 'Point', coordinates: [7] }, '/coordinates', 'must have at least 2 items'],
  [{ type: 'Point' }, '/coordinates', 'is missing'],
  [
    { type: 'Circle', coordinates: [1] },
    '',
    'must be an object of an allowed form, not {"type":"Circle","coordinates":[1]}'
  ],
  [[1, 2], '', 'must be an object, not a list of 2']
])('of several forms of an object, a member tells which one is meant: %j', (value, pointer, message) => {
  for (const forms of [{ oneOf: [point, area] }, { anyOf: [point, { allOf: [area] }] }])
    expect(faultsOf(forms, value)).toMatchObject([{ pointer, message }])
})
