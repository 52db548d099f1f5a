import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pendingBumps } from './changesets.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'changesets-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('names the packages of all changesets with their largest bump, and nothing that their texts say', async () => {
  await writeFile(join(folder, 'one.md'), '---\n"@a/b": minor\n\'@a/c\': patch\n---\n\n"@a/text": minor\n')
  await writeFile(join(folder, 'two.md'), '---\nplain: major\n"@a/c": minor\n"@a/b": patch\n---\n\nWords.\n')
  await writeFile(join(folder, 'README.md'), '---\n"@a/readme": minor\n---\n')
  await writeFile(join(folder, 'config.json'), '{}')
  expect(Object.fromEntries(await pendingBumps(folder))).toEqual({ '@a/b': 'minor', '@a/c': 'minor', plain: 'major' })
})

test('an empty changeset names none', async () => {
  await writeFile(join(folder, 'empty.md'), '---\n---\n')
  expect((await pendingBumps(folder)).size).toBe(0)
})
