import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tarballProblems } from './tarball.ts'

let folder: string
const write = (path: string, text: string): Promise<void> => writeFile(join(folder, path), text)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tarball-'))
  await mkdir(join(folder, 'dist'))
  for (const file of ['LICENSE', 'README.md', 'package.json', 'dist/index.d.ts']) await write(file, '')
  await write('dist/index.js', 'export const a = 1\n//# sourceMappingURL=index.js.map')
  await write('dist/index.js.map', JSON.stringify({ sources: ['../src/index.ts'], sourcesContent: ['…'] }))
})
afterEach(() => rm(folder, { recursive: true }))

test('a package with its sources is right', async () => expect(await tarballProblems(folder)).toEqual([]))

test('what does not belong is named, also in dist', async () => {
  await write('dist/index.test.js.snap', '')
  await write('notes.md', '')
  expect((await tarballProblems(folder)).sort()).toEqual([
    'dist/index.test.js.snap does not belong',
    'notes.md does not belong'
  ])
})

test('a map without sources, and a script without a map', async () => {
  await write('dist/index.js.map', JSON.stringify({ sources: ['../src/index.ts'] }))
  await write('dist/other.js', 'export const b = 1')
  expect((await tarballProblems(folder)).sort()).toEqual([
    'dist/index.js.map lacks its sources',
    'dist/other.js has no source map'
  ])
})

test('an entry that only hands on needs no map', async () => {
  await write('dist/other.js', 'import { a } from "./index.js";\nexport { a };')
  expect(await tarballProblems(folder)).toEqual(['dist/other.js has no source map'])
  await write('dist/other.js', 'export { a } from "./index.js";')
  expect(await tarballProblems(folder)).toEqual([])
})

test('a file is missing', async () => {
  await rm(join(folder, 'LICENSE'))
  expect(await tarballProblems(folder)).toEqual(['LICENSE is missing'])
})
