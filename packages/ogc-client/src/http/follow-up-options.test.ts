import { expect, test } from 'vitest'
import { makeOgcError } from '../errors/ogc-error.ts'
import { orElse, sideRequest } from './follow-up-options.ts'

test('a side request has who asks and how patiently, and not what the call wants', () => {
  const { signal } = new AbortController()
  const headers = { ACCEPT: 'a', 'content-Type': 'b', Prefer: 'c', 'X-Key': 'd' }
  expect(sideRequest({ signal, timeout: 5, retry: false, headers })).toEqual({
    signal,
    timeout: 5,
    retry: false,
    headers: { 'X-Key': 'd' }
  })
  expect(sideRequest({ headers: { Prefer: 'c' } })).not.toHaveProperty('headers')
  expect(sideRequest({})).not.toHaveProperty('headers')
})

test('a side request that fails gives what stands in for it, but for the end of the call', async () => {
  expect(await orElse(Promise.resolve(1), 2)).toBe(1)
  expect(await orElse(Promise.reject(new Error('m')), 2)).toBe(2)
  expect(await orElse(Promise.reject(makeOgcError({ code: 'timeout', message: 'm' })), 2)).toBe(2)
  for (const code of ['aborted', 'closed'] as const) {
    const error = makeOgcError({ code, message: 'm' })
    await expect(orElse(Promise.reject(error), 2)).rejects.toBe(error)
  }
})
