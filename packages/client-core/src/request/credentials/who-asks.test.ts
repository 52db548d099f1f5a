import { expect, test } from 'vitest'
import { settle, VirtualClock } from '../../testing/virtual-clock.ts'
import type { Auth, AuthContext } from './read-credentials.ts'
import { createWhoAsks } from './who-asks.ts'

const origin = 'https://api.example'
const closed = new AbortController().signal

/** What two calls are told apart by, where `auth` gives this in turn. */
async function keysOf(...given: readonly unknown[]): Promise<[string, string]> {
  const left = [...given]
  const whoAsks = createWhoAsks((() => left.shift()) as Auth, origin, new VirtualClock(), closed)
  return [await whoAsks(), await whoAsks()]
}

test.each([
  ['the same token', 'one', 'one'],
  ['the same headers, written otherwise', { 'X-Key': 'one' }, { 'x-key': 'one' }],
  ['the same query', { query: { key: 'one' } }, { query: { key: 'one' } }],
  ['none', undefined, undefined]
])('two calls with %s are of one user', async (_, one, other) => {
  const [first, second] = await keysOf(one, other)
  expect(first).toBe(second)
})

test.each([
  ['tokens', 'one', 'two'],
  ['headers', { 'X-Key': 'one' }, { 'X-Key': 'two' }],
  ['queries', { query: { key: 'one' } }, { query: { key: 'two' } }],
  ['a token and none', 'one', undefined],
  ['what cannot be sent', 'no token', 'no token'],
  ['what is no credentials', 5, 5]
])('two calls with other %s are of two users', async (_, one, other) => {
  const [first, second] = await keysOf(one, other)
  expect(first).not.toBe(second)
})

test.each<[string, Auth]>([
  ['rejects', () => Promise.reject(new Error('no'))],
  [
    'throws',
    () => {
      throw new Error('no')
    }
  ]
])('where auth %s, each call is a user of its own', async (_, auth) => {
  const clock = new VirtualClock()
  const whoAsks = createWhoAsks(auth, origin, clock, closed)
  const keys = [await whoAsks(), await whoAsks(), await whoAsks()]
  expect(new Set(keys).size).toBe(3)
  expect(clock.pending).toBe(0)
})

test('a call waits a second for auth, and is a user of its own then; auth goes on', async () => {
  const clock = new VirtualClock()
  const contexts: AuthContext[] = []
  const auth: Auth = (context) => {
    contexts.push(context)
    return new Promise(() => {})
  }
  const whoAsks = createWhoAsks(auth, origin, clock, closed)
  const keys: string[] = []
  for (let i = 0; i < 2; i++) whoAsks().then((key) => keys.push(key))
  await clock.advance(999)
  expect(keys).toEqual([])
  await clock.advance(1)
  expect(new Set(keys).size).toBe(2)
  expect(contexts.map(({ signal }) => signal.aborted)).toEqual([false, false])
})

test('auth is told the origin and the signal of the call, or that of the client; no timer is left', async () => {
  const clock = new VirtualClock()
  const contexts: AuthContext[] = []
  const whoAsks = createWhoAsks((context) => void contexts.push(context), origin, clock, closed)
  const { signal } = new AbortController()
  await whoAsks(signal)
  await whoAsks()
  expect(contexts).toEqual([
    { origin, signal },
    { origin, signal: closed }
  ])
  expect([contexts[0]?.signal === signal, contexts[1]?.signal === closed]).toEqual([true, true])
  await settle()
  expect([clock.delays, clock.pending]).toEqual([[1_000, 1_000], 0])
})
