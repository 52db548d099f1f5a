import { expect, test } from 'vitest'
import { reduceToStructure } from './arrange.ts'

const texts = { title: 'T', description: 'D', summary: 'S' }
const operation = (more: object, parameter: object, type: object, schema: object): object => ({
  tags: ['things'],
  responses: { 200: { content: { 'text/plain': { schema: {}, ...type } }, ...more } },
  parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', ...schema }, ...parameter }],
  callbacks: { done: { '{$request.body#/url}': { post: { responses: {}, ...more } } } },
  ...more
})
/** Fields that are called like texts, and values that look like keywords, stay; `more` are the texts around them. */
const schemas = (more: object): object => ({
  title: {
    type: 'object',
    properties: {
      title: { type: 'string', ...more },
      responses: { type: 'array', items: { ...more }, ...more },
      description: { default: { title: 'b', example: 1 }, ...more },
      'x-y': { enum: [{ title: 'kept', summary: 1 }] }
    },
    required: ['title', 'description'],
    ...more
  }
})
const key = { type: 'apiKey', in: 'header', name: 'X-Key' }
const document = {
  paths: {
    '/things/{id}': { ...texts, get: { ...operation(texts, texts, { example: 'x' }, texts), 'x-code': 'curl' } }
  },
  openapi: '3.1.0',
  servers: [{ url: 'http://127.0.0.1' }],
  info: { version: '2', ...texts, license: { name: 'MIT' }, contact: {} },
  tags: [{ name: 'things', description: 'Things.' }],
  components: {
    examples: { one: { value: 1 } },
    securitySchemes: { key: { ...key, ...texts } },
    schemas: schemas({ ...texts, examples: [{}] })
  }
}

test('keeps the wire and drops the texts, also around fields that are called like a text', () => {
  expect(reduceToStructure(document)).toEqual({
    openapi: '3.1.0',
    info: { version: '2' },
    tags: [{ name: 'things' }],
    paths: { '/things/{id}': { get: operation({}, {}, {}, {}) } },
    components: { securitySchemes: { key }, schemas: schemas({}) }
  })
})

test('sorts the keys and leaves the lists as they are', () => {
  const text = JSON.stringify(reduceToStructure(document))
  for (const part of [
    /^\{"components":.*,"info":.*,"openapi":.*,"paths":.*,"tags":/,
    /"default":\{"example":1,"title":"b"\}.*"required":\["title","description"\]/
  ]) {
    expect(text).toMatch(part)
  }
  const { info, openapi, ...rest } = document
  expect(JSON.stringify(reduceToStructure({ ...rest, openapi, info }))).toBe(text)
})

test('leaves the document alone, and a structure is its own structure', () => {
  const before = structuredClone(document)
  const structure = reduceToStructure(document)
  expect(document).toEqual(before)
  expect(reduceToStructure(structure)).toEqual(structure)
})
