import type { Corpus } from './corpus.ts'

const range = {
  type: 'object',
  required: ['from', 'to'],
  properties: { from: { type: 'number' }, to: { type: 'number' } }
}

/** Objects: members, open and closed ones, maps, members with odd names. */
export const objects: Corpus = {
  'any object': { type: 'object' },
  'object with members': range,
  'object without a type': { properties: { a: { type: 'string' } }, required: ['a'] },
  'optional members': { type: 'object', properties: { a: { type: 'string' }, b: { type: 'boolean' } } },
  'closed object': { type: 'object', additionalProperties: false, properties: { a: { type: 'string' } } },
  'empty closed object': { type: 'object', additionalProperties: false },
  'explicitly open object': {
    type: 'object',
    additionalProperties: true,
    required: ['a'],
    properties: { a: { type: 'integer' } }
  },
  'open by an empty schema': { type: 'object', additionalProperties: {}, properties: { a: { type: 'integer' } } },
  'map of numbers': { type: 'object', additionalProperties: { type: 'number' } },
  'map of objects': { type: 'object', additionalProperties: range },
  'map by patterns': { type: 'object', patternProperties: { '^B\\d+$': { type: 'number' } } },
  'required but not described': { type: 'object', required: ['id'], properties: { name: { type: 'string' } } },
  'nested objects': {
    type: 'object',
    required: ['area'],
    properties: { area: { type: 'object', required: ['km2'], properties: { km2: { type: 'number' } } } }
  },
  'member with a default': {
    type: 'object',
    properties: { unit: { type: 'string', default: 'm' }, value: { type: 'number' } },
    required: ['value']
  },
  'nullable object, 3.0': { ...range, nullable: true },
  'odd names': {
    type: 'object',
    required: ['a-b', '1st', 'class', 'ünïcode', 'with space', "it's"],
    properties: {
      'a-b': { type: 'string' },
      '1st': { type: 'number' },
      class: { type: 'boolean' },
      ünïcode: { type: 'string' },
      'with space': { type: 'string' },
      "it's": { type: 'string' }
    }
  },
  'names of the language': {
    type: 'object',
    required: ['constructor', 'toString'],
    properties: { constructor: { type: 'string' }, toString: { type: 'number' } }
  },
  'number of members': { type: 'object', additionalProperties: { type: 'string' }, minProperties: 1, maxProperties: 2 },
  'members that need others': {
    type: 'object',
    properties: { user: { type: 'string' }, password: { type: 'string' } },
    dependentRequired: { user: ['password'] }
  }
}
