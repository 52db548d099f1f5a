import { expect, test } from 'vitest'
import { missingPackage } from './missing-package.ts'

test('a package that is not there is named, with the way to have it', async () => {
  const cause = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })
  const loading = Promise.reject(cause).catch(missingPackage('dice', 'Luck'))
  await expect(loading).rejects.toThrow(
    expect.objectContaining({
      message: 'Luck needs the package dice, which cannot be loaded: npm install --save-dev dice',
      cause
    })
  )
})
