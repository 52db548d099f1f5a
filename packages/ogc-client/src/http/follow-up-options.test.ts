import { expect, test } from 'vitest'
import { makeOgcError } from '../errors/ogc-error.ts'
import { lastingHeaders, orElse, sideRequest } from './follow-up-options.ts'

const settings = { signal: undefined, timeout: 5, retry: false, isRetryAsked: true, headers: {} } as const

test('a side request has who asks and how patiently, and not what the call wants', () => {
  const { signal } = new AbortController()
  const headers = { accept: 'a', 'content-type': 'b', prefer: 'c', 'x-key': 'd' }
  expect(sideRequest({ ...settings, signal, headers })).toEqual({ ...settings, signal, headers: { 'x-key': 'd' } })
  expect(sideRequest({ ...settings, headers: { prefer: 'c' } })).toEqual(settings)
  expect(sideRequest(settings)).toEqual(settings)
})

test('headers that last are those that say who asks', () => {
  const who = { authorization: 'a', 'x-key': 'b' }
  expect(lastingHeaders({ accept: 'c', 'content-type': 'd', prefer: 'e', ...who })).toEqual(who)
  expect(lastingHeaders(who)).toEqual(who)
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
