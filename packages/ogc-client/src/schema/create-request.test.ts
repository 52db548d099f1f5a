import { createRequest, validateInputs } from '@geoclients/ogc-client/schema'
import { expect, test } from 'vitest'
import type { ProcessDescription } from '../generated/types.ts'
import { builtInProcesses } from '../mock/processes/built-in.ts'

const one = (schema: object, rest: object = {}): ProcessDescription =>
  ({ id: 'p', version: '1', inputs: { a: { schema, ...rest } } }) as ProcessDescription

test.each([
  [{ type: 'string', default: 'd', enum: ['e', 'd'] }, 'd'],
  [{ type: 'string', enum: ['e', 'd'] }, 'e'],
  [{ const: 5 }, 5],
  [{ type: 'boolean' }, false],
  [{ type: 'integer' }, 0],
  [{ type: 'integer', minimum: 3 }, 3],
  [{ type: 'integer', minimum: 2.5 }, 3],
  [{ type: 'number', exclusiveMinimum: 0, maximum: 0.5 }, 0.25],
  [{ type: 'number', maximum: -2 }, -2],
  [{ type: 'integer', maximum: -2, exclusiveMaximum: true }, -3],
  [{ type: 'integer', minimum: 7, multipleOf: 5 }, 10],
  [{ type: 'string' }, ''],
  [{ type: 'string', format: 'date' }, '2026-01-01'],
  [{ type: 'string', example: 'like this' }, 'like this'],
  [{ type: ['null', 'string'] }, null],
  [{ type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 4 }, [0, 0]],
  [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }] }, ['', 0]],
  [{ type: 'object', required: ['a'], properties: { a: { type: 'integer' }, b: {} } }, { a: 0 }],
  [
    {
      allOf: [
        { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } },
        { required: ['b'], properties: { b: { const: 1 } } }
      ]
    },
    { a: 0, b: 1 }
  ],
  [{ oneOf: [{ type: 'integer', minimum: 1 }, { type: 'string' }] }, 1],
  [
    {
      $ref: '#/$defs/T',
      $defs: { T: { type: 'object', required: ['k'], properties: { k: { enum: ['x'] }, sub: { $ref: '#/$defs/T' } } } }
    },
    { k: 'x' }
  ],
  [
    { type: 'object', format: 'ogc-bbox' },
    { bbox: [0, 0, 0, 0], crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' }
  ]
])('%j starts as %j, which is valid', (schema, value) => {
  const description = one(schema)
  const request = createRequest(description)
  expect(request).toEqual({ inputs: { a: value } })
  expect(validateInputs(description, request.inputs)).toEqual([])
})

test('a text that must not be empty is left to be filled in', () => {
  const description = one({ type: 'string', minLength: 2 })
  const { inputs } = createRequest(description)
  expect(inputs).toEqual({ a: '' })
  expect(validateInputs(description, inputs)).toMatchObject([{ message: 'must have at least 2 characters' }])
})

test('an input of several values has as many as it must', () => {
  expect(createRequest(one({ type: 'string' }, { minOccurs: 2, maxOccurs: 3 })).inputs).toEqual({ a: ['', ''] })
  expect(createRequest(one({ type: 'string' }, { minOccurs: 0, maxOccurs: 'unbounded' })).inputs).toEqual({ a: [''] })
})

test('members that may be left out are shown where they tell something, and not too deep', () => {
  const level = (properties: object): object => ({ type: 'object', properties })
  const schema = level({
    text: { type: 'string' },
    list: { type: 'array' },
    either: { type: ['string', 'null'] },
    inner: level({
      unit: { default: 'm' },
      deep: level({ deeper: level({ deepest: level({ end: { type: 'string' } }) }) })
    })
  })
  const deep = { deeper: { deepest: {} } }
  expect(createRequest(one(schema)).inputs).toEqual({ a: { text: '', inner: { unit: 'm', deep } } })
  expect(createRequest(one(schema), { requiredOnly: true }).inputs).toEqual({ a: {} })
})

test('what may be left out is left out where that is wanted', () => {
  expect(createRequest(one({ type: 'string' }, { minOccurs: 0 }), { requiredOnly: true })).toEqual({ inputs: {} })
  expect(createRequest(one({ type: 'string' }), { requiredOnly: true })).toEqual({ inputs: { a: '' } })
})

test('an input that must occur very often is a list of bounded length', () => {
  const { a } = createRequest(one({ type: 'string' }, { minOccurs: 1e10, maxOccurs: 'unbounded' })).inputs
  expect(a).toHaveLength(1_000)
})

test('a default is a copy', () => {
  const description = one({ type: 'array', default: [1] })
  createRequest(description).inputs.a = null
  const { a } = createRequest(description).inputs
  ;(a as number[]).push(2)
  expect(createRequest(description).inputs).toEqual({ a: [1] })
})

test('a schema that requires itself ends', () => {
  const endless = { type: 'object', required: ['next'], properties: { next: { $ref: '#' } } }
  expect(JSON.stringify(createRequest(one(endless))).length).toBeLessThan(1_000)
})

test.each(builtInProcesses.filter(({ description }) => description.id !== 'ndvi_statistics'))(
  'the template of $description.id is valid',
  ({ description }) => {
    expect(validateInputs(description, createRequest(description).inputs)).toEqual([])
  }
)
