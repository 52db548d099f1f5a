import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshProject, packAll } from './pack.ts'

let root: string
async function write(path: string, content: string | object): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
}
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pack-'))
  await write('package.json', { private: true, workspaces: ['packages/*'] })
  await write('packages/core/package.json', { name: '@test/core', version: '1.0.0', files: ['dist'] })
  const dependencies = { '@test/core': '1.0.0' }
  await write('packages/a/package.json', { name: '@test/a', version: '1.0.0', files: ['dist'], dependencies })
  await write('packages/hidden/package.json', { name: '@test/hidden', version: '1.0.0', private: true })
  for (const name of ['a', 'core']) await write(`packages/${name}/dist/index.js`, '')
})
afterEach(() => rm(root, { recursive: true }))

test('packs what is published, also where no changeset is left, and installs it without a registry', async () => {
  const tarballs = await packAll(root, join(root, 'tarballs'))
  expect(Object.keys(tarballs).sort()).toEqual(['@test/a', '@test/core'])
  const project = await freshProject(join(root, 'project'), tarballs, '@test/a', {})
  expect(await readdir(join(project, 'node_modules/@test'))).toEqual(['a', 'core'])
})

test('refuses a file that does not belong', async () => {
  await write('packages/core/dist/index.test.js.snap', '')
  await expect(packAll(root, join(root, 'tarballs'))).rejects.toThrow(
    '@test/core would be published with dist/index.test.js.snap'
  )
})
