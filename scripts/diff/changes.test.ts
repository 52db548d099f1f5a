import { expect, test } from 'vitest'
import { Failure } from '../command/failure.ts'
import { atlasAfter, atlasText } from '../testing/atlas.ts'
import { type Change, changeList, changesBetween, tally } from './changes.ts'
import { seeds } from './seeds.ts'

test('every seeded change is found and rated as seeds.md says, the gravest first', async () => {
  const sections = await Promise.all(
    Object.entries(seeds).map(async ([title, edits]) => {
      const changes = await changesBetween(atlasText, atlasAfter(...edits))
      const lines = changes.map(({ rating, subject, text }) => `- ${rating}: ${subject}: ${text}`)
      return `## ${title}\n\n${lines.join('\n') || 'No change.'}`
    })
  )
  const page = ['# How changes are rated', 'Written by `changes.test.ts` (`vitest -u`) from `seeds.ts`.', ...sections]
  await expect(`${page.join('\n\n')}\n`).toMatchFileSnapshot('seeds.md')
})

test('what is no OpenAPI is refused by name', async () => {
  const failure = new Failure('The contract after is not an OpenAPI 3 document')
  await expect(changesBetween(atlasText, 'openapi: 2.0')).rejects.toThrow(failure)
})

test('a report has one item for each subject, and a tally', () => {
  const changes: Change[] = [
    { rating: 'breaking', subject: 'GET /tiles', text: 'It is gone.' },
    { rating: 'added', subject: 'Schema Tile', text: 'Field `size` was added.' },
    { rating: 'cosmetic', subject: 'GET /tiles', text: '`summary` was reworded.' }
  ]
  expect(tally(changes)).toBe('1 breaking, 1 added, 1 cosmetic')
  expect(tally([])).toBe('no change')
  expect(changeList(changes)).toBe(`- **GET /tiles**
  - breaking: It is gone.
  - cosmetic: \`summary\` was reworded.
- **Schema Tile**
  - added: Field \`size\` was added.`)
})
