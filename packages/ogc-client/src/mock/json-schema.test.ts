import { beforeAll, expect, test } from 'vitest'
import type { Schema } from '../generated/types.ts'
import type { JsonValue } from '../types/json.ts'
import { findErrors, loadValidator, toJsonSchema } from './json-schema.ts'

beforeAll(loadValidator)

const cases: [Schema, JsonValue, JsonValue][] = [
  [{ type: 'integer', minimum: 0 }, 0, -1],
  [{ type: 'integer' }, 3, 3.5],
  [{ type: 'number', minimum: 0, exclusiveMinimum: true }, 0.1, 0],
  [{ type: 'number', maximum: 1, exclusiveMaximum: true }, 0.9, 1],
  [{ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.5, 1],
  [{ type: 'number', minimum: 0, exclusiveMinimum: false }, 0, -1],
  [{ type: 'string', nullable: true }, null, 1],
  [{ type: ['string', 'null'] }, null, 1],
  [{ type: 'string', pattern: '^a+$', maxLength: 3 }, 'aaa', 'aaaa'],
  [{ enum: ['a', 2] }, 2, 'b'],
  [{ const: { a: [1] } }, { a: [1] }, { a: [2] }],
  [{ type: 'array', items: { type: 'number', nullable: true }, minItems: 1 }, [1, null], []],
  [{ type: 'array', items: [{ type: 'string' }, { type: 'number' }] }, ['a', 1], ['a', 'b']],
  [{ type: 'object', properties: { a: { type: 'number' } }, required: ['a'] }, { a: 1 }, { b: 1 }],
  [{ type: 'object', additionalProperties: false, properties: { a: {} } }, { a: 1 }, { a: 1, b: 2 }],
  [{ type: 'object', additionalProperties: { type: 'number' } }, { b: 1 }, { b: 'x' }],
  [{ allOf: [{ minimum: 1 }, { maximum: 2, exclusiveMaximum: true }] }, 1, 2],
  [{ anyOf: [{ type: 'string' }, { type: 'number', minimum: 5 }] }, 5, 4],
  [{ oneOf: [{ minimum: 1 }, { maximum: 5 }] }, 0, 3],
  [{ not: { type: 'string' } }, 1, 'a'],
  [{ type: 'string', format: 'date-time' }, '2026-01-01T00:00:00Z', 'soon'],
  [{ type: 'object', format: 'ogc-bbox' }, {}, []]
]

test.each(cases)('%j takes %j and refuses %j', (schema, good, bad) => {
  expect(findErrors(schema, good)).toEqual([])
  expect(findErrors(schema, bad)).not.toEqual([])
})

test('says where it went wrong, and leaves out what only follows from it', () => {
  const schema: Schema = {
    type: 'object',
    properties: { points: { type: 'array', items: { type: 'number' } } }
  }
  expect(findErrors(schema, { points: [1, 'x'] })).toEqual([
    '/points/1: Instance type "string" is invalid. Expected "number".'
  ])
})

test('does not touch the schema', () => {
  const schema: Schema = { type: 'object', properties: { a: { type: 'number', maximum: 1, exclusiveMaximum: true } } }
  const before = structuredClone(schema)
  toJsonSchema(schema)
  findErrors(schema, { a: 0 })
  expect(schema).toEqual(before)
})
