import { expect, test } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { rejection } from '../testing/rejection.ts'
import { onDemand, partLoader } from './load.ts'

test('a part is loaded once, by whoever asks first', async () => {
  let loaded = 0
  const load = partLoader(async () => ++loaded)
  expect(loaded).toBe(0)
  expect(await Promise.all([load(makeError), load(makeError)])).toEqual([1, 1])
  expect(await load(makeError)).toBe(1)
})

test('a file that is gone is an error with a code, and is asked for again by the next call', async () => {
  const gone = new TypeError('Failed to fetch dynamically imported module')
  let isThere = false
  const load = partLoader(async () => {
    if (!isThere) throw gone
    return 'part'
  })
  expect(await rejection(load(makeError))).toMatchObject({
    code: 'not-loaded',
    message: 'a part of the client that this call needs could not be loaded; if this is a page, reload it',
    cause: gone
  })
  isThere = true
  expect(await load(makeError)).toBe('part')
})

test('the part of this package is what only some calls need', async () => {
  expect((await onDemand(makeError)).readFetchInput).toBeTypeOf('function')
})
