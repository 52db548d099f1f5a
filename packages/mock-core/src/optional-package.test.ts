import { expect, test } from 'vitest'
import { optionalPackage } from './optional-package.ts'

test('a package that is there', async () => {
  expect(await optionalPackage('dice', 'Luck', async () => 6)).toBe(6)
})

test('a package that is not there is named, with the way to have it', async () => {
  const cause = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })
  const loading = optionalPackage('dice', 'Luck', () => Promise.reject(cause))
  await expect(loading).rejects.toThrow(
    expect.objectContaining({
      message: 'Luck needs the package dice, which cannot be loaded: npm install --save-dev dice',
      cause
    })
  )
})
