import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingTag } from './missing-tag.ts'

let root: string
const git = (...args: string[]): unknown =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@test', ...args], { cwd: root, stdio: 'pipe' })

async function write(version: string): Promise<void> {
  await writeFile(join(root, 'packages/b/package.json'), JSON.stringify({ name: '@a/b', version }))
}
async function commit(version: string): Promise<void> {
  await write(version)
  git('add', '.')
  git('commit', '--quiet', '--allow-empty', '-m', version)
}
const missing = (version: string, folder = root): Promise<string | undefined> =>
  missingTag(folder, { name: '@a/b', version, folder: 'packages/b' })

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tags-'))
  await mkdir(join(root, 'packages/b'), { recursive: true })
  git('init', '--quiet', '--initial-branch=main')
  await commit('0.0.0')
})
afterEach(() => rm(root, { recursive: true }))

test('what was never released needs none', async () => expect(await missing('0.0.0')).toBeUndefined())

test('the first release needs none in the change that makes it, committed or not', async () => {
  await write('0.1.0')
  expect(await missing('0.1.0')).toBeUndefined()
  await commit('0.1.0')
  expect(await missing('0.1.0')).toBeUndefined()
})

test('after that change it needs its tag', async () => {
  await commit('0.1.0')
  await commit('0.1.0')
  expect(await missing('0.1.0')).toContain(
    '@a/b@0.1.0 is no tag, though 0.1.0 was made by an earlier change. Mend with'
  )
  git('tag', '@a/b@0.1.0', 'HEAD^')
  expect(await missing('0.1.0')).toBeUndefined()
})

test('a later release needs the tag of the one before, and a tag of another package is none', async () => {
  await commit('0.1.0')
  git('tag', '@a/bc@0.1.0')
  await commit('0.2.0')
  expect(await missing('0.2.0')).toContain('@a/b@0.1.0 is no tag, though 0.2.0 follows it')
  git('tag', '@a/b@0.1.0', 'HEAD^')
  expect(await missing('0.2.0')).toBeUndefined()
})

test('a merge is one change', async () => {
  git('checkout', '--quiet', '-b', 'versions')
  await commit('0.1.0')
  await commit('0.1.0')
  git('checkout', '--quiet', 'main')
  git('merge', '--quiet', '--no-ff', '-m', 'merge', 'versions')
  expect(await missing('0.1.0')).toBeUndefined()
})

test('a new package needs none, a history that is cut off proves nothing', async () => {
  await commit('0.1.0')
  const cut = join(root, 'cut')
  git('clone', '--quiet', '--depth=1', `file://${root}`, cut)
  expect(await missing('0.1.0', cut)).toContain('@a/b@0.1.0 is no tag')
  git('checkout', '--quiet', '--orphan', 'fresh')
  await commit('0.1.0')
  expect(await missing('0.1.0')).toBeUndefined()
})
