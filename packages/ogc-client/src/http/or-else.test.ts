import { expect, test } from 'vitest'
import { makeOgcError } from '../errors/ogc-error.ts'
import { orElse } from './or-else.ts'

test('a side request that fails gives what stands in for it, but for the end of the call', async () => {
  expect(await orElse(Promise.resolve(1), 2)).toBe(1)
  expect(await orElse(Promise.reject(new Error('m')), 2)).toBe(2)
  expect(await orElse(Promise.reject(makeOgcError({ code: 'timeout', message: 'm' })), 2)).toBe(2)
  for (const code of ['aborted', 'closed'] as const) {
    const error = makeOgcError({ code, message: 'm' })
    await expect(orElse(Promise.reject(error), 2)).rejects.toBe(error)
  }
})
