import { beforeEach, expect, test, vi } from 'vitest'
import { renew } from './oidc.ts'
import { type OidcTokens, oidcAuth } from './oidc-tokens.ts'

vi.mock('./oidc.ts')

const origin = 'https://example.com'
const over: OidcTokens = { issuer: origin, clientId: 'page', accessToken: 'one', refreshToken: 'more', expires: 0 }
const next: OidcTokens = { ...over, accessToken: 'two', expires: Number.MAX_SAFE_INTEGER }

/** The renewals that were begun. */
let renewals: { readonly signal: AbortSignal; readonly answer: (tokens: OidcTokens) => void }[]
beforeEach(() => {
  renewals = []
  vi.mocked(renew).mockImplementation(
    (_tokens, _fetch, signal) =>
      new Promise((answer, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason))
        renewals.push({ signal: signal as AbortSignal, answer })
      })
  )
})

test('calls at the same time share a renewal, which goes on when one of them is aborted', async () => {
  const auth = oidcAuth(over, fetch)
  const [first, second] = [new AbortController(), new AbortController()]
  const left = auth({ origin, signal: first.signal })
  const stays = auth({ origin, signal: second.signal })
  await vi.waitFor(() => expect(renewals).toHaveLength(1))
  first.abort(new Error('the page has changed'))
  await expect(left).rejects.toThrow('the page has changed')
  renewals[0]?.answer(next)
  expect(await stays).toBe('two')
  expect(await auth({ origin, signal: second.signal })).toBe('two')
  expect(renewals).toHaveLength(1)
})

test('a renewal that nobody waits for is aborted, and the next call begins another', async () => {
  const auth = oidcAuth(over, fetch)
  const first = new AbortController()
  const left = auth({ origin, signal: first.signal })
  await vi.waitFor(() => expect(renewals).toHaveLength(1))
  first.abort(new Error('the page has changed'))
  await expect(left).rejects.toThrow('the page has changed')
  expect(renewals[0]?.signal.aborted).toBe(true)
  const again = auth({ origin, signal: new AbortController().signal })
  await vi.waitFor(() => expect(renewals).toHaveLength(2))
  renewals[1]?.answer(next)
  expect(await again).toBe('two')
})

test('a token that the service refuses is renewed; one without a refresh token is sent as it is', async () => {
  const { signal } = new AbortController()
  const good = { ...next, accessToken: 'one' }
  const auth = oidcAuth(good, fetch)
  expect(await auth({ origin, signal })).toBe('one')
  const renewed = auth({ origin, signal, refused: { authorization: 'Bearer one' } })
  await vi.waitFor(() => expect(renewals).toHaveLength(1))
  renewals[0]?.answer(next)
  expect(await renewed).toBe('two')
  expect(await oidcAuth({ ...over, refreshToken: undefined }, fetch)({ origin, signal })).toBe('one')
})
