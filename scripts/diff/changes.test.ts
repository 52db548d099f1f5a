import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { Failure } from '../failure.ts'
import { changesBetween } from './changes.ts'
import { ratings } from './rating.ts'
import { seeds } from './seeds.ts'

const atlas = await readFile(new URL('atlas.yaml', import.meta.url), 'utf8')

function edited(edit: (document: object) => void): string {
  const document = parse(atlas)
  edit(document)
  return stringify(document, { aliasDuplicateObjects: false })
}

describe.concurrent('every seeded change is found and rated', () => {
  test.for(seeds.map((seed) => [seed.name, seed] as const))('%s', async ([, { edit, expected }]) => {
    const changes = await changesBetween(atlas, edited(edit))
    expect(changes.map(({ rating, subject, text }) => [rating, subject, text])).toEqual(expected)
  })
})

test('the table has each rating', () => {
  const found = new Set(seeds.flatMap(({ expected }) => expected.map(([rating]) => rating)))
  expect([...found].sort()).toEqual([...ratings].sort())
})

test('the gravest change comes first', async () => {
  const all = edited((document) => {
    for (const { edit } of seeds.filter(({ name }) => /^(a text|an optional query|a media type)/.test(name)))
      edit(document)
  })
  expect((await changesBetween(atlas, all)).map(({ rating }) => rating)).toEqual(['breaking', 'added', 'cosmetic'])
})

test('what is no OpenAPI is refused by name', async () => {
  await expect(changesBetween(atlas, 'openapi: 2.0')).rejects.toThrow(
    new Failure('The contract after is not an OpenAPI 3 document')
  )
})
