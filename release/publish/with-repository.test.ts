import { expect, test } from 'vitest'
import { addressFrom, withRepository } from './with-repository.ts'

const env = { GITHUB_SERVER_URL: 'https://forge.test', GITHUB_REPOSITORY: 'owner/name' }

test('a manifest says where its package is made, and keeps all else in its order', () => {
  const text = withRepository('{"name":"@a/b","version":"1.0.0"}', addressFrom(env), 'packages/b')
  expect(Object.keys(JSON.parse(text))).toEqual(['name', 'version', 'repository'])
  expect(JSON.parse(text).repository).toEqual({
    type: 'git',
    url: 'git+https://forge.test/owner/name.git',
    directory: 'packages/b'
  })
  expect(text.endsWith('}\n')).toBe(true)
})

test.each([
  [{}, 'GITHUB_SERVER_URL'],
  [{ ...env, GITHUB_REPOSITORY: '' }, 'GITHUB_REPOSITORY must be OWNER/NAME'],
  [{ ...env, GITHUB_REPOSITORY: 'owner' }, 'GITHUB_REPOSITORY must be OWNER/NAME']
])('refuses to guess: %j', (wrong, message) => {
  expect(() => addressFrom(wrong)).toThrow(message)
})
