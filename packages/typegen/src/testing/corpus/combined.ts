import type { Corpus } from './corpus.ts'

const circle = {
  type: 'object',
  required: ['kind', 'radius'],
  properties: { kind: { enum: ['circle'] }, radius: { type: 'number' } }
}
const square = {
  type: 'object',
  required: ['kind', 'side'],
  properties: { kind: { enum: ['square'] }, side: { type: 'number' } }
}

/** Alternatives, intersections, references. */
export const combined: Corpus = {
  'one of two types': { oneOf: [{ type: 'string' }, { type: 'number' }] },
  'any of two types': { anyOf: [{ type: 'boolean' }, { type: 'array', items: { type: 'string' } }] },
  'told apart by a member': { oneOf: [circle, square], discriminator: { propertyName: 'kind' } },
  'alternatives beside members': {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'string' } },
    oneOf: [
      {
        required: ['bbox'],
        properties: { bbox: { type: 'array', items: { type: 'number' } } },
        not: { required: ['tile'] }
      },
      { required: ['tile'], properties: { tile: { type: 'string' } }, not: { required: ['bbox'] } }
    ]
  },
  'alternatives of lengths': {
    type: 'array',
    items: { type: 'number' },
    oneOf: [
      { minItems: 4, maxItems: 4 },
      { minItems: 6, maxItems: 6 }
    ]
  },
  'all of two objects': {
    allOf: [circle, { type: 'object', required: ['colour'], properties: { colour: { type: 'string' } } }]
  },
  'all of one, with words': { title: 'Shape', description: 'Of the field.', allOf: [circle] },
  'all of bounds': { allOf: [{ type: 'number' }, { minimum: 0 }, { maximum: 10 }] },
  'alternatives in alternatives': { anyOf: [{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, { type: 'null' }] },
  not: { type: 'string', not: { enum: [''] }, minLength: 1 },
  'if and then': JSON.parse(
    '{"type":"object","required":["mode"],"properties":{"mode":{"enum":["auto","fixed"]},"value":{"type":"number"}},' +
      '"if":{"properties":{"mode":{"const":"fixed"}}},"then":{"required":["value"]}}'
  ),
  'reference to $defs': {
    $ref: '#/$defs/Range',
    $defs: { Range: { type: 'object', required: ['min'], properties: { min: { type: 'number' } } } }
  },
  'reference to definitions': {
    $ref: '#/definitions/Level',
    definitions: { Level: { type: 'string', enum: ['L1C', 'L2A'] } }
  },
  'reference with words': { $ref: '#/$defs/Level', title: 'Level', $defs: { Level: { type: 'integer', minimum: 0 } } },
  'list of references': {
    type: 'array',
    items: { $ref: '#/$defs/P' },
    $defs: { P: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 } }
  },
  'recursive reference': {
    $ref: '#/$defs/Node',
    $defs: {
      Node: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string' }, children: { type: 'array', items: { $ref: '#/$defs/Node' } } }
      }
    }
  },
  'recursive root': {
    type: 'object',
    required: ['op'],
    properties: { op: { enum: ['and', 'or'] }, args: { type: 'array', items: { $ref: '#' } } }
  },
  'optional reference, as pydantic writes it': {
    anyOf: [{ $ref: '#/$defs/Opt' }, { type: 'null' }],
    default: null,
    $defs: { Opt: { type: 'object', properties: { factor: { type: 'number', default: 1 } } } }
  },
  'reference that leads nowhere': { $ref: '#/$defs/Missing' },
  'remote reference': { $ref: 'https://schemas.example/unknown.json' },
  anything: {}
}
