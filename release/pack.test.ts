import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addressFrom, packAll } from './pack.ts'
import { freshProject } from './rehearsal/project.ts'

const env = { GITHUB_SERVER_URL: 'https://forge.test', GITHUB_REPOSITORY: 'owner/name' }
let root: string
async function write(path: string, content: string | object): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
}
const pack = () => packAll(root, join(root, 'tarballs'), addressFrom(env))
const manifest = (name: string, dependencies = {}): object => ({
  ...{ name, version: '1.0.0', type: 'module', exports: './dist/index.js', files: ['dist'], dependencies },
  ...{ scripts: { test: 'vitest run' }, devDependencies: { '@test/hidden': '1.0.0' } }
})
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pack-'))
  await write('package.json', { private: true, workspaces: ['packages/*'] })
  await write('packages/core/package.json', manifest('@test/core'))
  await write('packages/a/package.json', manifest('@test/a', { '@test/core': '1.0.0' }))
  await write('packages/a/CHANGELOG.md', '# @test/a')
  for (const name of ['a', 'core']) await write(`packages/${name}/README.md`, '[docs](../../docs/README.md)')
  await write('packages/hidden/package.json', { name: '@test/hidden', version: '1.0.0', private: true })
  for (const name of ['a', 'core']) await write(`packages/${name}/dist/index.js`, 'export {}\n')
})
afterEach(() => rm(root, { recursive: true }))

test('packs what is published, without changesets, and installs it without a registry', async () => {
  const before = await readFile(join(root, 'packages/a/package.json'), 'utf8')
  const tarballs = await pack()
  expect(Object.values(tarballs).map((path) => basename(path))).toEqual([
    '01-test-core-1.0.0.tgz',
    '02-test-a-1.0.0.tgz'
  ])
  expect(await readFile(join(root, 'packages/a/package.json'), 'utf8')).toBe(before)
  const project = await freshProject(join(root, 'project'), tarballs, '@test/a', {})
  expect(await readdir(join(project, 'node_modules/@test'))).toEqual(['a', 'core'])
  expect((await readdir(join(project, 'node_modules/@test/a'))).sort()).toEqual([
    ...['CHANGELOG.md', 'README.md', 'dist', 'package.json']
  ])
  expect(await readFile(join(project, 'node_modules/@test/a/README.md'), 'utf8')).toBe(
    '[docs](https://forge.test/owner/name/blob/main/docs/README.md)'
  )
  const published = JSON.parse(await readFile(join(project, 'node_modules/@test/a/package.json'), 'utf8'))
  expect(published).toMatchObject({
    repository: { type: 'git', url: 'git+https://forge.test/owner/name.git', directory: 'packages/a' },
    homepage: 'https://forge.test/owner/name/tree/main/packages/a#readme',
    bugs: 'https://forge.test/owner/name/issues',
    dependencies: { '@test/core': '1.0.0' }
  })
  expect(Object.keys(published)).not.toContain('scripts')
  expect(JSON.stringify(published)).not.toContain('@test/hidden')
})

test('refuses what was not built, a file that does not belong, and packages that need each other', async () => {
  await write('packages/core/dist/index.test.js.snap', '')
  await expect(pack()).rejects.toThrow('@test/core would be published with dist/index.test.js.snap')
  await rm(join(root, 'packages/core/dist'), { recursive: true })
  await expect(pack()).rejects.toThrow('@test/core: FILE_DOES_NOT_EXIST')
  await write('packages/core/package.json', manifest('@test/core', { '@test/a': '1.0.0' }))
  await expect(pack()).rejects.toThrow('these packages need each other: @test/a, @test/core')
})

test.each([{}, { ...env, GITHUB_REPOSITORY: '' }, { ...env, GITHUB_REPOSITORY: 'owner' }])(
  'refuses to guess where the repository is: %j',
  (wrong) => expect(() => addressFrom(wrong)).toThrow(/^GITHUB_(SERVER_URL|REPOSITORY) must be/)
)
