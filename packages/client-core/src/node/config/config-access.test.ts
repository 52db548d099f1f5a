import { open } from 'node:fs/promises'
import { expect, test, vi } from 'vitest'
import { makeError } from '../../testing/make-error.ts'
import { rejection } from '../../testing/rejection.ts'
import { configHome } from '../testing/config-home.ts'
import { readConfigFile } from './file.ts'

// The tests may run as a user who may read everything.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return { ...real, open: vi.fn(real.open) }
})

test.each([
  ['EACCES', 'cannot be read: no read permission'],
  ['EPERM', 'cannot be read: no read permission'],
  ['EIO', 'cannot be read: EIO']
])('%s: %s', async (code, problem) => {
  const { path } = await configHome('a: x')
  vi.mocked(open).mockRejectedValueOnce(Object.assign(new Error('no'), { code }))
  expect(await rejection(readConfigFile(path, makeError))).toMatchObject({
    code: 'config',
    message: `${path} ${problem}`
  })
})
