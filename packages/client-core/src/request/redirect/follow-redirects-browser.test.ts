import { beforeEach, describe, expect, test, vi } from 'vitest'
import { origin, testPipeline } from '../../testing/pipeline.ts'
import { redirectsAreVisible } from './follow-redirects.ts'

const url = `${origin}/base/jobs`
const ok = () => new Response('{}')

describe('in a browser', () => {
  beforeEach(() => {
    vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36' })
  })

  test.each([
    ['nothing set', {}, {}, 'follow'],
    ['an Authorization header, which browsers drop', { auth: () => ({ Authorization: 'Bearer x' }) }, {}, 'follow'],
    ['headers that identify nobody', { headers: { 'Accept-Language': 'de' } }, { Prefer: 'respond-async' }, 'follow'],
    ['an API key of the client', { headers: { 'X-API-Key': 'x' } }, {}, 'error'],
    ['a custom header of auth', { auth: () => ({ 'Private-Token': 'x' }) }, {}, 'error'],
    ['a custom header of the call', {}, { 'X-API-Key': 'x' }, 'error']
  ] as const)('a redirect with %s', async (_, options, headers, expected) => {
    const { send, sent } = testPipeline([ok], options)
    await send(url, { headers })
    expect(sent[0]?.init.redirect).toBe(expected)
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    'no redirect of a %s is followed, which could repeat it anywhere',
    async (method) => {
      const { send, sent } = testPipeline([ok])
      await send(url, { method })
      expect(sent[0]?.init.redirect).toBe('error')
    }
  )

  test('no redirect is followed unseen where private addresses are not allowed', async () => {
    const { send, sent } = testPipeline([ok], { allowPrivateAddresses: false })
    await send(url, {})
    expect(sent[0]?.init.redirect).toBe('error')
  })

  test('an address elsewhere gets no API key, so that its redirects may be followed', async () => {
    const { send, sent } = testPipeline([ok], { headers: { 'X-API-Key': 'x' } })
    await send('https://files.example/a.tif', { headers: { Range: 'bytes=0-9' } })
    expect(sent[0]?.init.redirect).toBe('follow')
  })

  test.each(['error', 'manual'] as const)('what the caller says (%s) stays', async (redirect) => {
    const { send, sent } = testPipeline([ok])
    await send(url, { redirect })
    expect(sent[0]?.init.redirect).toBe(redirect)
  })

  test('a redirect that comes through all the same is an answer', async () => {
    const { send, sent } = testPipeline([() => new Response(null, { status: 302, headers: { Location: '/x' } })])
    expect([(await send(url, {})).status, sent.length]).toEqual([302, 1])
  })
})

test.each([
  ['Mozilla/5.0 (iPhone)', false],
  ['Node.js/24', true],
  ['Deno/2.1', true],
  ['Bun/1.2', true],
  ['Cloudflare-Workers', true],
  [undefined, true]
])('the platform %s shows redirects: %s', (userAgent, visible) => {
  vi.stubGlobal('navigator', { userAgent })
  expect(redirectsAreVisible()).toBe(visible)
})

test('a platform without navigator shows redirects', () => {
  vi.stubGlobal('navigator', undefined)
  expect(redirectsAreVisible()).toBe(true)
})

test('a platform that refuses a credentials mode is not given one', async () => {
  vi.stubGlobal('Request', class {})
  const redirect = () => new Response(null, { status: 302, headers: { Location: 'https://other.example/' } })
  const { send, sent } = testPipeline([redirect, ok])
  await send(url, {})
  expect(sent[1]?.init).not.toHaveProperty('credentials')
})
