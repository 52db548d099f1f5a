import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { type Content, TestWorkplace } from '../scripts/testing/workplace.ts'
import { addressFrom, packAll } from './pack.ts'
import { freshProject } from './rehearsal/project.ts'

const env = { GITHUB_SERVER_URL: 'https://forge.test', GITHUB_REPOSITORY: 'owner/name' }
const packageOf = (name: string, dependencies = {}): Record<string, Content> => ({
  [`packages/${name}/package.json`]: {
    ...{ name: `@test/${name}`, version: '1.0.0', type: 'module', exports: './dist/index.js', files: ['dist'] },
    ...{ dependencies, scripts: { test: 'vitest run' }, devDependencies: { '@test/hidden': '1.0.0' } }
  },
  [`packages/${name}/README.md`]: '[docs](../../docs/README.md)',
  [`packages/${name}/dist/index.js`]: 'export {}\n'
})

let work: TestWorkplace
const pack = () => packAll(work.root, join(work.root, 'tarballs'), addressFrom(env))
beforeEach(async () => {
  work = await TestWorkplace.create({
    'package.json': { private: true, workspaces: ['packages/*'] },
    ...packageOf('core'),
    ...packageOf('a', { '@test/core': '1.0.0' }),
    'packages/a/CHANGELOG.md': '# @test/a',
    'packages/a/dist/explorer/index.html': '<!doctype html>',
    'packages/hidden/package.json': { name: '@test/hidden', version: '1.0.0', private: true }
  })
})

test('packs what is published, without changesets, and installs it without a registry', async () => {
  const before = await work.read('packages/a/package.json')
  const tarballs = await pack()
  expect(Object.values(tarballs).map((path) => basename(path))).toEqual([
    '01-test-core-1.0.0.tgz',
    '02-test-a-1.0.0.tgz'
  ])
  expect(await work.read('packages/a/package.json')).toBe(before)
  const project = await freshProject(join(work.root, 'project'), tarballs, '@test/a', {})
  expect(await readdir(join(project, 'node_modules/@test'))).toEqual(['a', 'core'])
  const installed = 'project/node_modules/@test/a'
  expect((await readdir(join(work.root, installed), { recursive: true })).sort()).toEqual([
    ...['CHANGELOG.md', 'README.md', 'dist', 'dist/explorer', 'dist/explorer/index.html', 'dist/index.js'],
    'package.json'
  ])
  expect(await work.read(`${installed}/README.md`)).toBe(
    '[docs](https://forge.test/owner/name/blob/main/docs/README.md)'
  )
  const published = JSON.parse(await work.read(`${installed}/package.json`))
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
  await work.write('packages/core/dist/index.test.js.snap', '')
  await expect(pack()).rejects.toThrow('@test/core would be published with dist/index.test.js.snap')
  await work.remove('packages/core/dist')
  await expect(pack()).rejects.toThrow('@test/core: FILE_DOES_NOT_EXIST')
  await work.writeAll(packageOf('core', { '@test/a': '1.0.0' }))
  await expect(pack()).rejects.toThrow('these packages need each other: @test/a, @test/core')
})

test.each([{}, { ...env, GITHUB_REPOSITORY: '' }, { ...env, GITHUB_REPOSITORY: 'owner' }])(
  'refuses to guess where the repository is: %j',
  (wrong) => expect(() => addressFrom(wrong)).toThrow(/^GITHUB_(SERVER_URL|REPOSITORY) must be/)
)
