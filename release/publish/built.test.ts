import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkBuilt } from './built.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'built-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('what is exported must be there', async () => {
  const exports = { '.': { types: './index.d.ts', default: './index.js' }, './package.json': './package.json' }
  const manifest = JSON.stringify({ name: '@a/b', exports })
  await writeFile(join(folder, 'package.json'), manifest)
  await writeFile(join(folder, 'index.d.ts'), '')
  await expect(checkBuilt(folder, manifest)).rejects.toThrow('@a/b exports ./index.js, which is not there')
  await writeFile(join(folder, 'index.js'), '')
  await checkBuilt(folder, manifest)
})
