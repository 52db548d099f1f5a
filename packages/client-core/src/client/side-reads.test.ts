import { expect, test } from 'vitest'
import { defaultSettings } from '../request/call-settings.ts'
import { makeError } from '../testing/make-error.ts'
import { rejection } from '../testing/rejection.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import type { CallSettings } from '../types/call.ts'
import { SideReads } from './side-reads.ts'

function world(whoAsks?: () => Promise<string>) {
  const clock = new VirtualClock()
  const settings = defaultSettings(500)
  const reads = new SideReads<number>({ clock, error: makeError, settings: () => settings(), whoAsks }, 1_000, 10)
  const asked: CallSettings[] = []
  const read = async (side: CallSettings): Promise<number> => asked.push(side)
  const get = (own?: Partial<CallSettings>) => reads.get('the answer', { ...settings(), ...own }, read)
  return { clock, reads, settings, asked, get }
}

test('calls share an answer for its lifetime, and the request has the client’s settings', async () => {
  const { clock, asked, get } = world()
  const { signal } = new AbortController()
  expect(await Promise.all([get({ signal, timeout: 9 }), get({ headers: { accept: 'text/html' } })])).toEqual([1, 1])
  expect(asked).toMatchObject([{ signal: undefined, timeout: 500, end: clock.now() + 500, headers: {} }])
  await clock.advance(999)
  expect(await get()).toBe(1)
  await clock.advance(1)
  expect(await get()).toBe(2)
})

test('callers whose credentials differ do not share', async () => {
  const users = ['ann', 'bob', 'ann']
  const { get } = world(async () => users.shift() ?? '')
  expect([await get(), await get(), await get()]).toEqual([1, 2, 1])
})

test('a call with its own headers asks for itself with them, its signal and the rest of its time', async () => {
  const { clock, asked, get } = world()
  const { signal } = new AbortController()
  const end = clock.now() + 70
  await get()
  expect(await get({ headers: { 'x-user': 'ann', prefer: 'wait=1' }, signal, end })).toBe(2)
  expect(asked[1]).toMatchObject({ headers: { 'x-user': 'ann' }, signal, end })
  expect(await get()).toBe(1)
})

test('a caller waits only for the rest of its time', async () => {
  const { clock, reads, settings } = world()
  const wait = reads.get('the answer', { ...settings(), end: clock.now() + 70 }, () => new Promise(() => {}))
  const failure = rejection(wait)
  await clock.advance(69)
  expect(await Promise.race([failure, 'waits'])).toBe('waits')
  await clock.advance(1)
  expect(await failure).toMatchObject({ code: 'timeout', message: expect.stringContaining('the answer') })
})
