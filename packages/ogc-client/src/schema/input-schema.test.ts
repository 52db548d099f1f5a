import { inputSchema, outputSchema } from '@geoclients/ogc-client/schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import type { ProcessDescription } from '../generated/types.ts'
import { builtInProcesses } from '../mock/processes/built-in.ts'

const describe = (inputs: Record<string, unknown>): ProcessDescription =>
  ({ id: 'p', version: '1', inputs }) as ProcessDescription

test('one object of all inputs, with what is required, titles and defaults', () => {
  const description = describe({
    size: {
      title: 'Size',
      description: 'In metres.',
      schema: { type: 'integer', minimum: 1, 'x-ui-widget': 'slider' }
    },
    name: { minOccurs: 0, schema: { type: 'string', title: 'Name', nullable: true } },
    colour: { schema: { type: 'string', default: 'red', enum: ['red', 'green'] } }
  })
  expect(inputSchema({ ...description, title: 'P' })).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'P',
    type: 'object',
    properties: {
      size: { title: 'Size', description: 'In metres.', type: 'integer', minimum: 1 },
      name: { title: 'Name', type: ['string', 'null'] },
      colour: { type: 'string', default: 'red', enum: ['red', 'green'] }
    },
    required: ['size'],
    additionalProperties: false
  })
})

test('an input that may occur more than once is an array', () => {
  const schema = { type: 'string', default: 'a' }
  const { properties, required } = inputSchema(
    describe({
      three: { title: 'T', minOccurs: 2, maxOccurs: 3, schema: { type: 'number' } },
      many: { minOccurs: '0', maxOccurs: 'unbounded', schema },
      text: { minOccurs: '1', maxOccurs: '2', schema }
    })
  )
  expect(properties).toEqual({
    three: { title: 'T', type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 3 },
    many: { type: 'array', items: { type: 'string' }, default: ['a'] },
    text: { type: 'array', items: { type: 'string' }, default: ['a'], minItems: 1, maxItems: 2 }
  })
  expect(required).toEqual(['three'])
})

test('an input may be a link where that is wanted', () => {
  const schema = { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/tiff' }
  const { properties } = inputSchema(describe({ scene: { title: 'Scene', schema } }), { links: true })
  expect(properties.scene).toMatchObject({ title: 'Scene', anyOf: [schema, { type: 'object', required: ['href'] }] })
})

test('bounding boxes and GeoJSON are spelled out, and needed once', () => {
  const { properties, $defs } = inputSchema(
    describe({
      box: { schema: { type: 'object', format: 'ogc-bbox' } },
      ref: {
        schema: {
          allOf: [
            { format: 'ogc-bbox' },
            { $ref: 'https://schemas.opengis.net/ogcapi/processes/part1/1.0/openapi/schemas/bbox.yaml' }
          ]
        }
      },
      one: { schema: { $ref: 'https://geojson.org/schema/Feature.json' } },
      two: { schema: { type: 'object', format: 'geojson-feature-collection' } }
    })
  )
  expect(properties.box?.properties).toHaveProperty('bbox')
  expect(properties.ref?.allOf?.[1]).toEqual({ $ref: '#/$defs/bbox' })
  expect(properties.one).toEqual({ $ref: '#/$defs/Feature' })
  expect(properties.two?.properties?.features?.items).toEqual({ $ref: '#/$defs/Feature' })
  expect(Object.keys($defs ?? {})).toEqual(expect.arrayContaining(['Feature', 'Geometry', 'Polygon']))
})

test('lists of one length or another say in each form what their items are', () => {
  const schema = { type: 'array', items: { type: 'number' }, oneOf: [{ minItems: 4, maxItems: 4 }, { maxItems: 0 }] }
  expect(inputSchema(describe({ a: { schema } })).properties.a?.oneOf).toEqual([
    { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 },
    { type: 'array', items: { type: 'number' }, maxItems: 0 }
  ])
})

test('one thing in several media types may be any of them', () => {
  const forms = ['image/png', 'image/jpeg'].map((contentMediaType) => ({ type: 'string', contentMediaType }))
  const { properties } = inputSchema(
    describe({ a: { schema: { oneOf: forms } }, b: { schema: { oneOf: forms, anyOf: [{}] } } })
  )
  expect(properties.a).toEqual({ anyOf: forms })
  expect(properties.b).toEqual({ anyOf: [{}], allOf: [{ anyOf: forms }] })
})

test('references are found in the schema, in the description and where the caller knows them', () => {
  const schema = {
    $defs: { 'A b': { type: 'object', properties: { next: { $ref: '#/$defs/A%20b' } } } },
    $ref: '#/$defs/A b'
  }
  const description = {
    ...describe({
      own: { schema },
      shared: { schema: { $ref: '#/components/schemas/Size' } },
      remote: { schema: { $ref: 'https://host.example/types.json#/Range' } },
      gone: { schema: { $ref: 'https://host.example/none.json' } }
    }),
    components: { schemas: { Size: { type: 'integer' } } }
  }
  const asked: string[] = []
  const resolve = (url: string): unknown => {
    asked.push(url)
    return url.endsWith('types.json')
      ? { Range: { type: 'array', items: { $ref: '#/One' } }, One: { type: 'number' } }
      : undefined
  }
  const { properties, $defs } = inputSchema(description, { resolve })
  expect(properties).toMatchObject({
    own: { $ref: '#/$defs/A_b' },
    shared: { $ref: '#/$defs/Size' },
    remote: { $ref: '#/$defs/Range' },
    gone: { $comment: 'The schema https://host.example/none.json is not known here.' }
  })
  expect($defs).toEqual({
    A_b: { type: 'object', properties: { next: { $ref: '#/$defs/A_b' } } },
    Size: { type: 'integer' },
    Range: { type: 'array', items: { $ref: '#/$defs/One' } },
    One: { type: 'number' }
  })
  expect(asked).toEqual(['https://host.example/types.json', 'https://host.example/none.json'])
})

test('outputs are one object too, all of them required', () => {
  const outputs = { mean: { title: 'Mean', schema: { type: 'number' as const } } }
  expect(outputSchema({ id: 'p', version: '1', outputs })).toMatchObject({
    properties: { mean: { title: 'Mean', type: 'number' } },
    required: ['mean']
  })
})

test.each([
  ['nothing', {}],
  ['no schema', { a: {} }],
  ['no object', { a: null, b: 'text', c: [1] }],
  [
    'odd keywords',
    {
      a: {
        schema: {
          type: 'file',
          properties: [],
          required: 'a',
          enum: [],
          minimum: 'x',
          pattern: '(?P<a>x)',
          allOf: {},
          items: 'x'
        }
      }
    }
  ],
  [
    'odd references',
    {
      a: { schema: { $ref: 'http://[' } },
      b: { schema: { $ref: '#nowhere' } },
      c: { schema: { $ref: '#/%zz' } },
      d: { schema: { $ref: 5 } }
    }
  ],
  [
    'odd names',
    {
      ['__proto__']: { schema: { type: 'string' } },
      constructor: { schema: { properties: JSON.parse('{"__proto__":{"type":"string"}}') } }
    }
  ],
  ['a deep schema', { a: { schema: Array.from({ length: 1_000 }).reduce((items) => ({ type: 'array', items }), {}) } }]
])('%s makes a schema that a strict validator compiles', (_name, inputs) => {
  const description = describe(inputs)
  const schema = inputSchema(description)
  const before = JSON.stringify(description)
  new Ajv2020({ strict: false }).compile(schema)
  expect(Object.keys(schema.properties)).toEqual(Object.keys(inputs))
  expect(JSON.stringify(description)).toBe(before)
})

test.each(builtInProcesses)('the schemas of $description.id hold for a strict validator', ({ description }) => {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    strictTypes: false,
    formats: { 'ogc-bbox': true }
  })
  ajv.compile(inputSchema(description))
  ajv.compile(outputSchema(description))
})
