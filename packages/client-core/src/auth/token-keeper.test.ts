import { describe, expect, test } from 'vitest'
import { rejection } from '../testing/rejection.ts'
import { settle, VirtualClock } from '../testing/virtual-clock.ts'
import type { Token } from './token.ts'
import { TokenKeeper } from './token-keeper.ts'

const never = new AbortController().signal
const lasting = (accessToken: string, clock: VirtualClock, lifetime: number): Token => ({
  accessToken,
  lifetime,
  expiresAt: clock.now() + lifetime
})

/** A keeper whose renewals the test ends by hand. */
function keeping(initial?: (clock: VirtualClock) => Token, leeway = 30_000) {
  const clock = new VirtualClock(0)
  const renewals: {
    previous: Token | undefined
    signal: AbortSignal
    give(token: Token): void
    fail(e: unknown): void
  }[] = []
  const renew = (previous: Token | undefined, signal: AbortSignal): Promise<Token> =>
    new Promise((give, fail) => renewals.push({ previous, signal, give, fail }))
  return { clock, renewals, keeper: new TokenKeeper({ clock, leeway, renew }, initial?.(clock)) }
}

test('many who need one share one renewal, and those who come later the token', async () => {
  const { keeper, renewals } = keeping()
  const waiting = Array.from({ length: 10 }, () => keeper.get(never))
  renewals[0]?.give({ accessToken: 'a' })
  expect((await Promise.all(waiting)).map(({ accessToken }) => accessToken)).toEqual(Array(10).fill('a'))
  expect((await keeper.get(never)).accessToken).toBe('a')
  expect(renewals).toHaveLength(1)
})

test('a failed renewal fails all who share it, and is not remembered', async () => {
  const { keeper, renewals } = keeping()
  const waiting = [keeper.get(never), keeper.get(never)]
  renewals[0]?.fail(new Error('down'))
  for (const one of waiting) await expect(one).rejects.toThrow('down')
  const next = keeper.get(never)
  renewals[1]?.give({ accessToken: 'a' })
  expect((await next).accessToken).toBe('a')
})

describe('a token is renewed', () => {
  test('within the leeway before its end', async () => {
    const { keeper, clock, renewals } = keeping((clock) => lasting('old', clock, 100_000))
    await clock.advance(69_999)
    expect((await keeper.get(never)).accessToken).toBe('old')
    await clock.advance(1)
    const next = keeper.get(never)
    expect(renewals[0]?.previous?.accessToken).toBe('old')
    renewals[0]?.give(lasting('new', clock, 100_000))
    expect((await next).accessToken).toBe('new')
  })

  test('not before half of a short life: else each request would renew it', async () => {
    const { keeper, clock, renewals } = keeping((clock) => lasting('old', clock, 10_000))
    await clock.advance(4_999)
    expect((await keeper.get(never)).accessToken).toBe('old')
    await clock.advance(1)
    void keeper.get(never)
    expect(renewals).toHaveLength(1)
  })

  test('where it was refused, but not for the sake of one that was replaced since', async () => {
    const { keeper, renewals } = keeping(() => ({ accessToken: 'old' }))
    const isOld = ({ accessToken }: Token) => accessToken === 'old'
    const next = keeper.get(never, isOld)
    renewals[0]?.give({ accessToken: 'new' })
    expect((await next).accessToken).toBe('new')
    expect((await keeper.get(never, isOld)).accessToken).toBe('new')
    expect(renewals).toHaveLength(1)
  })
})

describe('a renewal that fails ahead of time', () => {
  test('leaves the old token in use until its end', async () => {
    const { keeper, clock, renewals } = keeping((clock) => lasting('old', clock, 100_000))
    await clock.advance(80_000)
    const early = keeper.get(never)
    renewals[0]?.fail(new Error('down'))
    expect((await early).accessToken).toBe('old')
    await clock.advance(20_000)
    const late = keeper.get(never)
    renewals[1]?.fail(new Error('down'))
    await expect(late).rejects.toThrow('down')
  })

  test('but not one that the service refuses', async () => {
    const { keeper, renewals } = keeping((clock) => lasting('old', clock, 100_000))
    const next = keeper.get(never, () => true)
    renewals[0]?.fail(new Error('down'))
    await expect(next).rejects.toThrow('down')
  })
})

describe('who forgets while a renewal is under way', () => {
  test('ends it, and waits for it: it may be storing what it got', async () => {
    const { keeper, renewals } = keeping(() => ({ accessToken: 'old' }))
    const waiting = keeper.get(never, () => true)
    const seen: (Token | undefined)[] = []
    const forgotten = keeper.forget(async (last) => void seen.push(last))
    expect(renewals[0]?.signal.aborted).toBe(true)
    expect(seen).toEqual([])
    renewals[0]?.give({ accessToken: 'late' })
    await forgotten
    expect(seen).toEqual([{ accessToken: 'late' }])
    expect((await waiting).accessToken).toBe('late')
    void keeper.get(never)
    await settle()
    expect(renewals.map(({ previous }) => previous?.accessToken)).toEqual(['old', undefined])
  })

  test('and who waits for the token is told why none comes', async () => {
    const { keeper, renewals } = keeping()
    const waiting = rejection(keeper.get(never))
    const forgotten = keeper.forget(async () => {})
    renewals[0]?.fail(renewals[0].signal.reason)
    await forgotten
    expect(await waiting).toMatchObject({ code: 'auth', message: 'the login has ended' })
  })

  test('who forgets again has nothing more to forget', async () => {
    const { keeper, renewals } = keeping()
    const waiting = keeper.get(never)
    renewals[0]?.give({ accessToken: 'a' })
    await waiting
    const seen: (Token | undefined)[] = []
    await keeper.forget(async (last) => void seen.push(last))
    await keeper.forget(async (last) => void seen.push(last))
    expect(seen).toEqual([{ accessToken: 'a' }, undefined])
  })

  test('those who come later share the next one, though the old one is still to fail', async () => {
    const { keeper, renewals } = keeping()
    const waiting = rejection(keeper.get(never))
    const forgotten = keeper.forget(async () => {})
    const next = keeper.get(never)
    renewals[0]?.fail(renewals[0].signal.reason)
    await Promise.all([waiting, forgotten])
    const another = keeper.get(never)
    await settle()
    expect(renewals).toHaveLength(2)
    renewals[1]?.give({ accessToken: 'new' })
    expect([await next, await another]).toEqual(Array(2).fill({ accessToken: 'new' }))
  })

  test('also for one that nobody waits for any more', async () => {
    const { keeper, renewals } = keeping(() => ({ accessToken: 'old' }))
    const end = new AbortController()
    const gone = keeper.get(end.signal, () => true)
    end.abort(new Error('enough'))
    await expect(gone).rejects.toThrow('enough')
    const seen: (Token | undefined)[] = []
    const forgotten = keeper.forget(async (last) => void seen.push(last))
    await Promise.resolve()
    expect(seen).toEqual([])
    renewals[0]?.fail(new Error('enough'))
    await forgotten
    expect(seen).toEqual([{ accessToken: 'old' }])
  })

  test('lets no other begin before all is forgotten', async () => {
    const { keeper, renewals } = keeping(() => ({ accessToken: 'old' }))
    let done = (): void => {}
    const forgotten = keeper.forget(() => new Promise((resolve) => (done = resolve)))
    const next = keeper.get(never)
    await settle()
    expect(renewals).toEqual([])
    done()
    await forgotten
    await expect.poll(() => renewals.length).toBe(1)
    renewals[0]?.give({ accessToken: 'new' })
    expect((await next).accessToken).toBe('new')
  })
})

describe('who gives up', () => {
  test('leaves the renewal to the others', async () => {
    const { keeper, renewals } = keeping()
    const end = new AbortController()
    const gone = keeper.get(end.signal)
    const stays = keeper.get(never)
    end.abort(new Error('enough'))
    await expect(gone).rejects.toThrow('enough')
    expect(renewals[0]?.signal.aborted).toBe(false)
    renewals[0]?.give({ accessToken: 'a' })
    expect((await stays).accessToken).toBe('a')
  })

  test('as the last ends it; the next one starts anew', async () => {
    const { keeper, renewals } = keeping()
    const end = new AbortController()
    const gone = keeper.get(end.signal)
    end.abort(new Error('enough'))
    await expect(gone).rejects.toThrow('enough')
    expect(renewals[0]?.signal.reason).toEqual(new Error('enough'))
    const next = keeper.get(never)
    renewals[0]?.give({ accessToken: 'late' })
    await settle()
    const another = keeper.get(never)
    renewals[1]?.give({ accessToken: 'a' })
    expect([await next, await another]).toEqual(Array(2).fill({ accessToken: 'a' }))
  })

  test('before it began starts nothing', async () => {
    const { keeper, renewals } = keeping()
    await expect(keeper.get(AbortSignal.abort(new Error('no')))).rejects.toThrow('no')
    expect(renewals).toEqual([])
  })
})
