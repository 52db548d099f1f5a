import { expect, test } from 'vitest'
import { defaultSettings } from '../request/call-settings.ts'
import { makeError } from '../testing/make-error.ts'
import { rejection } from '../testing/rejection.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import type { CallSettings } from '../types/call.ts'
import { SharedAnswers } from './shared-answers.ts'

function world(whoAsks?: () => Promise<string>) {
  const clock = new VirtualClock()
  const settings = defaultSettings(500)
  const wanted = { what: 'the answer', maxAge: 1_000 }
  const answers = new SharedAnswers<number>({ clock, error: makeError, whoAsks }, 10)
  const asked: (CallSettings | undefined)[] = []
  const read = async (own?: CallSettings): Promise<number> => asked.push(own)
  const asker = (own?: Partial<CallSettings>): CallSettings => ({ ...settings(), ...own })
  const get = (own?: Partial<CallSettings>) => answers.get('k', asker(own), wanted, read)
  return { clock, answers, asker, asked, get, wanted }
}

test('calls share an answer for its lifetime, and what reads it is given the settings of none', async () => {
  const { clock, asked, get } = world()
  const { signal } = new AbortController()
  expect(await Promise.all([get({ signal, timeout: 9 }), get()])).toEqual([1, 1])
  expect(asked).toEqual([undefined])
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
  expect(await get({ headers: { 'x-user': 'ann' }, signal, end })).toBe(2)
  expect(asked[1]).toMatchObject({ headers: { 'x-user': 'ann' }, signal, end })
  expect(await get()).toBe(1)
})

test.each([
  ['the rest of its time', 70, { timeout: 500, endsIn: 70 }],
  ['its timeout', 60, { timeout: 60, endsIn: 70 }],
  ['its timeout, where it has no end', 60, { timeout: 60, endsIn: Number.POSITIVE_INFINITY }]
])('a caller waits only for %s', async (_, limit, { timeout, endsIn }) => {
  const { clock, answers, asker, wanted } = world()
  const caller = asker({ timeout, end: clock.now() + endsIn })
  const wait = answers.get('k', caller, wanted, () => new Promise(() => {}))
  const failure = rejection(wait)
  await clock.advance(limit - 1)
  expect(await Promise.race([failure, 'waits'])).toBe('waits')
  await clock.advance(1)
  expect(await failure).toMatchObject({ code: 'timeout', message: `the answer did not arrive within ${limit} ms` })
})

test('an answer is known, kept and forgotten without a request, for each user and never for a call with its own headers', async () => {
  let user = 'ann'
  const { clock, answers, asker, asked, get } = world(async () => user)
  const withHeaders = asker({ headers: { 'x-user': 'eve' } })
  await answers.keep('k', withHeaders, 6)
  expect(await answers.known('k', asker(), 1_000)).toBeUndefined()
  await answers.keep('k', asker(), 7)
  expect([await get(), await answers.known('k', asker(), 1_000)]).toEqual([7, 7])
  expect(await answers.known('k', withHeaders, 1_000)).toBeUndefined()
  user = 'bob'
  expect(await answers.known('k', asker(), 1_000)).toBeUndefined()
  await answers.forget('k', asker())
  user = 'ann'
  await clock.advance(999)
  expect(await answers.known('k', asker(), 1_000)).toBe(7)
  await clock.advance(1)
  expect(await answers.known('k', asker(), 1_000)).toBeUndefined()
  await answers.keep('k', asker(), 8)
  await answers.forget('k', asker())
  expect(await answers.known('k', asker(), 1_000)).toBeUndefined()
  expect(asked).toEqual([])
})
