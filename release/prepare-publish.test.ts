import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addressFrom, preparePublish } from './prepare-publish.ts'

const env = { GITHUB_SERVER_URL: 'https://forge.test', GITHUB_REPOSITORY: 'owner/name' }

test('what is published has been built, and says where it is made', async () => {
  const root = await mkdtemp(join(tmpdir(), 'publish-'))
  try {
    const folder = join(root, 'packages/b')
    await mkdir(folder, { recursive: true })
    const manifest = { name: '@a/b', version: '1.0.0', type: 'module', exports: { '.': './index.js' } }
    await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
    await expect(preparePublish(root, addressFrom(env))).rejects.toThrow('@a/b: FILE_DOES_NOT_EXIST')
    await writeFile(join(folder, 'index.js'), 'export {}\n')
    await preparePublish(root, addressFrom(env))
    expect(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))).toEqual({
      ...manifest,
      repository: { type: 'git', url: 'git+https://forge.test/owner/name.git', directory: 'packages/b' }
    })
  } finally {
    await rm(root, { recursive: true })
  }
})

test.each([
  [{}, 'GITHUB_SERVER_URL'],
  [{ ...env, GITHUB_REPOSITORY: '' }, 'GITHUB_REPOSITORY must be OWNER/NAME'],
  [{ ...env, GITHUB_REPOSITORY: 'owner' }, 'GITHUB_REPOSITORY must be OWNER/NAME']
])('refuses to guess: %j', (wrong, message) => {
  expect(() => addressFrom(wrong)).toThrow(message)
})
