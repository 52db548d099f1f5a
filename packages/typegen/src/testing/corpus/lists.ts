import type { Corpus } from './corpus.ts'

/** Lists: items, lengths, tuples old and new, nested ones. */
export const lists: Corpus = {
  'list of numbers': { type: 'array', items: { type: 'number' } },
  'list of anything': { type: 'array' },
  'list with lengths': { type: 'array', items: { type: 'integer' }, minItems: 1, maxItems: 3 },
  'list of four': { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 },
  'list of sixteen': { type: 'array', items: { type: 'number' }, minItems: 16, maxItems: 16 },
  'list of different items': { type: 'array', items: { type: 'string' }, uniqueItems: true, maxItems: 2 },
  'list of lists': { type: 'array', items: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 } },
  'list of nullable items': { type: 'array', items: { type: 'number', nullable: true } },
  'list of choices': { type: 'array', items: { enum: ['red', 'green', 'blue'] } },
  'list of either': { type: 'array', items: { oneOf: [{ type: 'string' }, { type: 'number' }] } },
  'list with a default': { type: 'array', items: { type: 'string' }, default: ['B04', 'B08'] },
  'tuple, draft 7': {
    type: 'array',
    items: [{ type: 'string' }, { type: 'number' }],
    additionalItems: false,
    minItems: 2
  },
  'open tuple, draft 7': { type: 'array', items: [{ type: 'string' }, { type: 'number' }], minItems: 2 },
  'tuple, 2020-12': { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], items: false, minItems: 2 },
  'tuple with a rest, 2020-12': {
    type: 'array',
    prefixItems: [{ type: 'string' }],
    items: { type: 'number' },
    minItems: 1,
    maxItems: 3
  },
  'list that holds something': { type: 'array', items: { type: 'integer' }, contains: { const: 1 }, minItems: 1 }
}
