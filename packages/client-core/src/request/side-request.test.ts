import { expect, test } from 'vitest'
import { lastingHeaders, sideRequest } from './side-request.ts'

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
