import { expect, test } from 'vitest'
import type { Change } from './changes.ts'
import { changeList, tally } from './report.ts'

const changes: Change[] = [
  { rating: 'breaking', subject: 'GET /tiles', text: 'It is gone.' },
  { rating: 'added', subject: 'Schema Tile', text: 'Field `size` was added.' },
  { rating: 'cosmetic', subject: 'GET /tiles', text: '`summary` was reworded.' },
  { rating: 'added', subject: 'Schema Tile', text: 'Field `hue` was added.' }
]

test('tally counts each rating, the gravest first', () => {
  expect(tally(changes)).toBe('1 breaking, 2 added, 1 cosmetic')
  expect(tally([])).toBe('no change')
})

test('changeList has one item for each subject', () => {
  expect(changeList(changes)).toBe(`- **GET /tiles**
  - breaking: It is gone.
  - cosmetic: \`summary\` was reworded.
- **Schema Tile**
  - added: Field \`size\` was added.
  - added: Field \`hue\` was added.`)
})
