import { expect, test } from 'vitest'
import { reduceToStructure } from './structure.ts'

const document = {
  paths: {
    '/things/{id}': {
      summary: 'A thing.',
      get: {
        tags: ['things'],
        responses: { 200: { description: 'It.', content: { 'text/plain': { example: 'x', schema: {} } } } },
        parameters: [
          { name: 'id', in: 'path', required: true, description: 'Which.', schema: { type: 'string', title: 'Id' } }
        ],
        callbacks: { done: { '{$request.body#/url}': { post: { summary: 'Done.', responses: {} } } } },
        'x-code': 'curl'
      }
    }
  },
  openapi: '3.1.0',
  servers: [{ url: 'http://127.0.0.1' }],
  info: { version: '2', title: 'Things', description: 'All.', license: { name: 'MIT' }, contact: {}, summary: 'S' },
  tags: [{ name: 'things', description: 'Things.' }],
  components: {
    examples: { one: { value: 1 } },
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key', description: 'A key.' } },
    schemas: {
      title: {
        title: 'Thing',
        type: 'object',
        examples: [{}],
        properties: {
          title: { type: 'string', title: 'Title' },
          responses: { type: 'array', title: 'Responses', items: { title: 'Response' } },
          description: { default: { title: 'b', example: 1 }, description: 'Text.' },
          'x-y': { enum: [{ title: 'kept', summary: 1 }] }
        },
        required: ['title', 'description']
      }
    }
  }
}

test('keeps the wire and drops the texts, also around fields that are called like a text', () => {
  expect(reduceToStructure(document)).toEqual({
    openapi: '3.1.0',
    info: { version: '2' },
    tags: [{ name: 'things' }],
    paths: {
      '/things/{id}': {
        get: {
          tags: ['things'],
          responses: { 200: { content: { 'text/plain': { schema: {} } } } },
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          callbacks: { done: { '{$request.body#/url}': { post: { responses: {} } } } }
        }
      }
    },
    components: {
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
      schemas: {
        title: {
          type: 'object',
          properties: {
            title: { type: 'string' },
            responses: { type: 'array', items: {} },
            description: { default: { title: 'b', example: 1 } },
            'x-y': { enum: [{ title: 'kept', summary: 1 }] }
          },
          required: ['title', 'description']
        }
      }
    }
  })
})

test('sorts the keys and leaves the lists as they are', () => {
  const text = JSON.stringify(reduceToStructure(document))
  expect(text).toMatch(/^\{"components":.*,"info":.*,"openapi":.*,"paths":.*,"tags":/)
  expect(text).toContain('"default":{"example":1,"title":"b"}')
  expect(text).toContain('"properties":{"description":{')
  expect(text).toContain('"required":["title","description"]')
  const { info, openapi, ...rest } = document
  expect(JSON.stringify(reduceToStructure({ ...rest, openapi, info }))).toBe(text)
})

test('leaves the document alone, and a structure is its own structure', () => {
  const before = JSON.stringify(document)
  const structure = reduceToStructure(document)
  expect(JSON.stringify(document)).toBe(before)
  expect(JSON.stringify(reduceToStructure(structure))).toBe(JSON.stringify(structure))
})
