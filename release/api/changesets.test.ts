import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packagesOfChangesets } from './changesets.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'changesets-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('names the packages of all changesets, and nothing that their texts say', async () => {
  await writeFile(join(folder, 'one.md'), '---\n"@a/b": minor\n\'@a/c\': patch\n---\n\n"@a/text": minor\n')
  await writeFile(join(folder, 'two.md'), '---\nplain: major\n---\n\nWords.\n')
  await writeFile(join(folder, 'README.md'), '---\n"@a/readme": minor\n---\n')
  await writeFile(join(folder, 'config.json'), '{}')
  expect([...(await packagesOfChangesets(folder))].sort()).toEqual(['@a/b', '@a/c', 'plain'])
})

test('an empty changeset names none', async () => {
  await writeFile(join(folder, 'empty.md'), '---\n---\n')
  expect((await packagesOfChangesets(folder)).size).toBe(0)
})
