import { describe, expect, test } from 'vitest'
import { origin, testPipeline } from '../../testing/pipeline.ts'
import { rejection } from '../../testing/rejection.ts'

const url = `${origin}/base/jobs`
const ok = () => new Response('{}')
const to =
  (location: string, status = 302) =>
  () =>
    new Response(null, { status, headers: { Location: location } })
const every = [301, 302, 303, 307, 308]

describe('to another origin', () => {
  const elsewhere = 'https://other.example/file'

  test.each(every)('%i: a GET follows without anything that identifies', async (status) => {
    const { send, sent } = testPipeline([to(elsewhere, status), ok], {
      headers: { 'X-Key': 'hunter2', 'Accept-Language': 'de' },
      auth: () => ({ Authorization: 'Bearer hunter2', 'Private-Token': 'hunter2' }),
      credentials: 'include'
    })
    const harmless = {
      accept: 'image/tiff',
      'content-language': 'en',
      'content-type': 'text/plain',
      'if-range': '"etag"',
      prefer: 'a',
      range: 'bytes=0-1'
    }
    const identifying = { Cookie: 'hunter2', 'Proxy-Authorization': 'hunter2', Referer: 'hunter2', 'X-Any': 'hunter2' }
    const response = await send(url, { headers: { ...harmless, ...identifying } })
    expect(response).toMatchObject({ url: elsewhere, redirected: true })
    const kept =
      status === 303
        ? Object.entries(harmless).filter(([name]) => !name.startsWith('content-'))
        : Object.entries(harmless)
    expect(Object.fromEntries(sent[1]?.headers ?? [])).toEqual({ ...Object.fromEntries(kept), 'accept-language': 'de' })
    expect(sent[1]?.init.credentials).toBe('omit')
    expect(sent[0]?.headers.get('X-Key')).toBe('hunter2')
  })

  test.each([
    'https://api.example:8443/x',
    'https://a.api.example/x',
    'https://api.example.other.example/x',
    '//other.example/x',
    String.raw`\\other.example\x`,
    String.raw`/\other.example/x`,
    '/\t/other.example/x',
    'https:/\\other.example'
  ])('%s is another one', async (target) => {
    const { send, sent } = testPipeline([to(target), ok], { headers: { 'X-Key': 'hunter2' } })
    await send(url, {})
    expect(new URL(sent[1]?.url ?? '').origin).not.toBe(origin)
    expect(sent[1]?.headers.has('X-Key')).toBe(false)
  })

  describe('that the caller trusts', () => {
    const options = {
      headers: { 'X-Key': 'hunter2' },
      auth: () => ({ headers: { Authorization: 'Bearer hunter2' }, query: { key: 'hunter3' } }),
      trustedOrigins: ['https://store.example', 'https://second.example']
    }
    const said = ({ url, headers }: { url: string; headers: Headers }) => [url, [...headers.keys()]]

    test.each([
      ['from the service', url, 'https://store.example/x'],
      ['from another one', 'https://store.example/x', 'https://second.example/x'],
      ['from one that is trusted to one that is not', 'https://store.example/x', 'https://evil.example/x']
    ])('a redirect %s carries nothing there', async (_, from, target) => {
      const { send, sent } = testPipeline([to(target), ok], options)
      await send(from, {})
      expect(sent[0]?.headers.get('Authorization')).toBe('Bearer hunter2')
      expect(sent.slice(1).map(said)).toEqual([[target, []]])
    })

    test('it gets headers, but no key of the query', async () => {
      const { send, sent } = testPipeline([ok], options)
      await send('https://store.example/x?key=hunter3', {})
      expect(sent.map(said)).toEqual([['https://store.example/x', ['authorization', 'x-key']]])
    })

    test.each(['http://store.example/x', 'https://store.example:8443/x', 'https://a.store.example/x'])(
      '%s is not it',
      async (target) => {
        const { send, sent } = testPipeline([ok], options)
        await send(target, {})
        expect(sent.map(said)).toEqual([[target, []]])
      }
    )

    test('a redirect from it down to http is refused', async () => {
      const { send, sent } = testPipeline([to('http://other.example/x'), ok], options)
      expect((await rejection(send('https://store.example/x', {}))).code).toBe('blocked-origin')
      expect(sent).toHaveLength(1)
    })
  })

  test('what was dropped stays dropped on the way back', async () => {
    const { send, sent } = testPipeline([to(elsewhere), to(`${origin}/back`), ok], { headers: { 'X-Key': 'hunter2' } })
    await send(url, {})
    expect(sent.map(({ headers }) => headers.has('X-Key'))).toEqual([true, false, false])
  })

  test('303: a POST follows as a GET, without its body', async () => {
    const { send, sent } = testPipeline([to(elsewhere, 303), ok])
    await send(url, { method: 'POST', body: 'hunter2', headers: { Authorization: 'Bearer hunter2' } })
    expect([sent[1]?.method, sent[1]?.body, sent[1]?.headers.has('Authorization')]).toEqual(['GET', null, false])
  })

  test.each([
    [307, 'POST'],
    [308, 'POST'],
    [301, 'PUT'],
    [302, 'DELETE'],
    [307, 'DELETE']
  ])('%i: a %s is refused', async (status, method) => {
    const { send, sent, clock } = testPipeline([to(`${elsewhere}?token=hunter2`, status), ok])
    const error = await rejection(send(url, { method, body: '{}' }))
    expect(error).toMatchObject({
      code: 'blocked-origin',
      message: `${method} ${url} returned a redirect that would repeat the request at another origin, ${elsewhere}?token=***`
    })
    expect([sent.length, clock.pending]).toEqual([1, 0])
  })

  test('a HEAD follows', async () => {
    const { send, sent } = testPipeline([to(elsewhere, 308), ok])
    await send(url, { method: 'HEAD' })
    expect([sent[1]?.method, sent[1]?.url]).toEqual(['HEAD', elsewhere])
  })

  test('from http up to https is allowed, without credentials', async () => {
    const options = { baseUrl: 'http://api.example', headers: { 'X-Key': 'hunter2' } }
    const { send, sent } = testPipeline([to('https://api.example/jobs'), ok], options)
    await send('http://api.example/jobs', {})
    expect([sent[1]?.url, sent[1]?.headers.has('X-Key')]).toEqual(['https://api.example/jobs', false])
  })
})

describe('an address of another origin that holds a copy of a key', () => {
  const key = 'hunter2-key'
  const own = encodeURIComponent(`${url}?map=${key}`)
  const once = { auth: () => ({ query: { map: key } }), retry: false } as const

  test.each([
    `/login/${key}`,
    `/login/${key}/next?page=2`,
    '/login/%68unter2-key',
    `/login/${encodeURIComponent(own)}`
  ])('in its path is not asked for: %s', async (path) => {
    const { send, sent } = testPipeline([to(`https://other.example${path}`), ok], once)
    const error = await rejection(send(url, {}))
    expect(error.code).toBe('blocked-origin')
    expect(error.message).toContain('the URL is at another origin and contains a secret of this client')
    expect(JSON.stringify([error, error.message, error.stack])).not.toMatch(/(?:h|%68)unter2/)
    expect(sent).toHaveLength(1)
  })

  test.each([
    [`?${key}`, ''],
    [`?a=1&${key}=x&b=2`, '?a=1&b=2'],
    [`?copy=${key}&a=1`, '?a=1'],
    [`?next=${own}`, ''],
    [`?next=${encodeURIComponent(own)}&a=1`, '?a=1']
  ])('in a name or value of its query is asked for without it: %s', async (query, left) => {
    const { send, sent } = testPipeline([to(`https://other.example/login${query}`), ok], once)
    await send(url, {})
    expect(sent.map(({ url }) => url).slice(1)).toEqual([`https://other.example/login${left}`])
  })

  test('is not asked for after an honest redirect either', async () => {
    const { send, sent } = testPipeline(
      [to('https://other.example/a'), to(`https://evil.example/${key}`, 307), ok],
      once
    )
    expect((await rejection(send(url, {}))).code).toBe('blocked-origin')
    expect(sent.map(({ url }) => new URL(url).origin)).toEqual([origin, 'https://other.example'])
  })
})
