import { describe, expect, test, vi } from 'vitest'
import { readJson } from '../response/body.ts'
import type { paths } from '../testing/contract.ts'
import { makeError } from '../testing/make-error.ts'
import { openBody } from '../testing/network/bodies.ts'
import { deaf, type FetchAnswer, fakeFetch } from '../testing/network/fake-fetch.ts'
import { rejection, thrown } from '../testing/rejection.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import { type ClientCore, type CoreParts, createCore } from './create-client.ts'
import type { BaseOptions } from './options.ts'

const describeFailure: CoreParts['describe'] = () => (reply, body) =>
  makeError({ code: 'http-status', message: `${reply.status} ${JSON.stringify(body)}` })
const parts: CoreParts = { error: makeError, describe: describeFailure, rules: {}, timeout: 10_000 }

function testCore(answers: readonly FetchAnswer[], options: Partial<BaseOptions> = {}, more: Partial<CoreParts> = {}) {
  const clock = new VirtualClock()
  const { fetch, sent } = fakeFetch(...answers)
  const core = createCore<paths>(
    { baseUrl: 'https://api.example/base/', fetch, clock, ...options },
    { ...parts, ...more }
  )
  return { core, sent, clock }
}

describe('fetch', () => {
  test('counts a relative URL from the base, and sends the headers of the client', async () => {
    const { core, sent } = testCore([new Response('{}')], { headers: { 'X-Key': 'k' } })
    expect(await (await core.fetch('jobs?limit=1')).text()).toBe('{}')
    expect([sent[0]?.url, sent[0]?.headers.get('X-Key')]).toEqual(['https://api.example/base/jobs?limit=1', 'k'])
  })

  test('passes Range on, and resolves with an error status as fetch does', async () => {
    const { core, sent } = testCore([new Response('no', { status: 416 })])
    const response = await core.fetch(new URL('https://files.example/a.tif'), { headers: { Range: 'bytes=0-9' } })
    expect([response.status, await response.text()]).toEqual([416, 'no'])
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({ range: 'bytes=0-9' })
  })

  test('streams: the body has as long as it likes while it comes', async () => {
    const body = openBody()
    const { core, clock } = testCore([new Response(body.stream)])
    const text = (await core.fetch('file')).text()
    for (let i = 0; i < 5; i++) {
      await clock.advance(9_000)
      body.write('x')
    }
    body.end()
    expect(await text).toBe('xxxxx')
  })

  test('has the bound of its options for what is read whole', async () => {
    const { core } = testCore([new Response('"12345"')], { maxBodyBytes: 6 })
    expect(core.maxBodyBytes).toBe(6)
    expect((await rejection(core.api.GET('/jobs'))).code).toBe('body-too-large')
    expect(testCore([]).core.maxBodyBytes).toBe(64 * 1024 * 1024)
  })

  test('rejects with a ClientError for what is no URL', async () => {
    const { core } = testCore([])
    expect((await rejection(core.fetch('http://'))).code).toBe('invalid-argument')
  })

  test('without one in the options it is the platform’s, looked up at each call', async () => {
    const core = createCore({ baseUrl: 'https://api.example' }, parts)
    vi.stubGlobal('fetch', async () => new Response('first'))
    expect(await (await core.fetch('/')).text()).toBe('first')
    vi.stubGlobal('fetch', async () => new Response('second'))
    expect(await (await core.fetch('/')).text()).toBe('second')
  })
})

describe('request', () => {
  const ask = (core: ClientCore<paths>) => core.request('GET /jobs', core.settings({}))

  test('gives the reply of a success, its body read', async () => {
    const { core } = testCore([new Response('{"a":1}', { status: 201 })])
    const reply = await ask(core)
    expect(reply).toMatchObject({ method: 'GET', url: 'https://api.example/base/jobs', status: 201, ok: true })
    expect(readJson(reply, core.error)).toEqual({ a: 1 })
  })

  test('rejects with what the API makes of an error', async () => {
    const { core } = testCore([Response.json({ title: 'no' }, { status: 404 })])
    expect((await rejection(ask(core))).message).toBe('404 {"title":"no"}')
  })

  test('tells the status and the first words of an error where the API says nothing of it', async () => {
    const { core } = testCore(
      [new Response('<title>Down</title>', { status: 503 })],
      { retry: false },
      { describe: undefined }
    )
    expect(await rejection(ask(core))).toMatchObject({ code: 'http-status', status: 503 })
    expect(
      (
        await rejection(
          ask(testCore([], { fetch: async () => new Response('gone', { status: 410 }) }, { describe: undefined }).core)
        )
      ).message
    ).toBe('GET https://api.example/base/jobs returned 410: gone')
  })

  test('goes by the status: an error may have an empty body', async () => {
    const { core } = testCore([new Response(null, { status: 500 })], { retry: false })
    expect((await rejection(ask(core))).message).toMatch(/^500/)
  })

  test('hands on a call that failed', async () => {
    const failure = makeError({ code: 'network', message: 'm' })
    const { core } = testCore([failure], { retry: false })
    expect(await rejection(ask(core))).toBe(failure)
  })
})

describe('a link', () => {
  test('is followed with harmless headers only where it leads to an origin that nobody trusts', async () => {
    const options = { headers: { 'X-Key': 'k' }, trustedOrigins: ['https://store.example'] }
    const { core, sent } = testCore([new Response('a'), new Response('b'), new Response('c')], options)
    const call = core.settings({ headers: { 'X-Own': 'o', Range: 'bytes=0-1' } })
    for (const origin of ['https://api.example', 'https://store.example', 'https://other.example']) {
      expect((await core.follow(`${origin}/a`, call, { mode: 'bytes' })).url).toBe(`${origin}/a`)
    }
    const all = { 'x-key': 'k', 'x-own': 'o', range: 'bytes=0-1' }
    expect(sent.map(({ headers }) => Object.fromEntries(headers))).toEqual([all, all, { range: 'bytes=0-1' }])
  })

  test('that leads to an error rejects as the API describes it', async () => {
    const { core } = testCore([new Response('gone', { status: 410 })])
    const followed = core.follow('https://api.example/a', core.settings({}), { mode: 'bytes' })
    expect((await rejection(followed)).message).toBe('410 "gone"')
  })

  test('to an origin that nobody trusts may be refused', async () => {
    const { core } = testCore([], { trustedOrigins: ['https://store.example'] })
    core.checkOrigin('https://api.example/x', 'the job')
    core.checkOrigin('https://store.example/x', 'the job')
    expect(await thrown(() => core.checkOrigin('https://other.example/x', 'the job'))).toMatchObject({
      code: 'blocked-origin',
      message: "the job is at https://other.example, which is neither the service's origin nor in trustedOrigins"
    })
  })
})

test('api reads at most 64 MiB into memory; fetch streams as much as comes', async () => {
  const mebibyte = new Uint8Array(1024 * 1024)
  const large = () => {
    let left = 64
    return new Response(
      new ReadableStream({
        pull(controller) {
          controller.enqueue(left > 0 ? mebibyte : new Uint8Array(1))
          if (left-- === 0) controller.close()
        }
      })
    )
  }
  const { core } = testCore([large, large])
  expect(await rejection(core.api.GET('/jobs', { parseAs: 'arrayBuffer' }))).toMatchObject({
    code: 'body-too-large',
    message: 'GET https://api.example/base/jobs: the body is longer than 67108864 bytes'
  })
  let bytes = 0
  for await (const chunk of (await core.fetch('file')).body ?? []) bytes += chunk.byteLength
  expect(bytes).toBe(64 * 1024 * 1024 + 1)
})

describe('settings', () => {
  test('the timeout is that of the API where the caller has none', async () => {
    for (const [options, bound] of [
      [{}, 10_000],
      [{ timeout: 500 }, 500]
    ] as const) {
      const { core, clock } = testCore([deaf], { ...options, retry: false })
      const failed = rejection(core.fetch('x'))
      await clock.advance(bound)
      expect((await failed).message).toContain(`within ${bound} ms`)
    }
  })

  test('retries are on unless the caller turns them off', async () => {
    const busy = () => new Response('', { status: 503 })
    const patient = testCore([busy, busy, busy])
    const call = patient.core.fetch('x')
    await patient.clock.advance(5_000)
    expect([(await call).status, patient.sent.length]).toEqual([503, 3])
    const once = testCore([busy], { retry: false })
    expect([(await once.core.fetch('x')).status, once.sent.length]).toEqual([503, 1])
  })

  test('the jitter comes from the random numbers of the options', async () => {
    const { core, clock } = testCore([() => new Response('', { status: 503 }), new Response('')], {
      random: () => 0.5
    })
    const call = core.fetch('x')
    await clock.advance(5_000)
    await call
    expect(clock.delays).toContain(300)
  })

  test('use, auth and credentials reach the pipeline', async () => {
    const seen: string[] = []
    const { core, sent } = testCore(
      [new Response('')],
      {
        credentials: 'include',
        use: [
          (next) => (input, init) => {
            seen.push(String(input))
            return next(input, init)
          }
        ]
      },
      { auth: () => () => ({ Authorization: 'Bearer x' }) }
    )
    await core.fetch('x')
    expect(seen).toEqual(['https://api.example/base/x'])
    expect([sent[0]?.headers.get('Authorization'), sent[0]?.init.credentials]).toEqual(['Bearer x', 'include'])
  })

  test('what the caller changes afterwards changes nothing', async () => {
    const headers: Record<string, string> = { 'X-Key': 'before' }
    const use: never[] = []
    const { core, sent } = testCore([new Response('')], { headers, use })
    headers['X-Key'] = 'after'
    await core.fetch('x')
    expect(sent[0]?.headers.get('X-Key')).toBe('before')
  })

  test('two clients share nothing', async () => {
    const [one, two] = [testCore([]), testCore([new Response('{}')])]
    one.core.close()
    expect((await two.core.fetch('x')).ok).toBe(true)
  })
})

test.each<[unknown, string]>([
  [undefined, 'options must be an object with at least a baseUrl, got undefined'],
  [{}, 'baseUrl must be an absolute http(s) URL'],
  [{ baseUrl: 'https://h', mine: 1, yours: 2 }, 'options has an unknown member "yours": expected one of baseUrl, ']
])('the options %o are refused: %s', async (options, message) => {
  const error = await thrown(() => createCore(options as BaseOptions, { ...parts, options: { mine: true } }))
  expect(error.code).toBe('invalid-argument')
  expect(error.message.startsWith(message)).toBe(true)
})

describe('close', () => {
  test('may be called again, and its reason stays', () => {
    const { core } = testCore([])
    expect(core.closed.aborted).toBe(false)
    core.close()
    const { reason } = core.closed
    core.close()
    expect(reason).toMatchObject({ code: 'closed', message: 'the client was closed' })
    expect(core.closed.reason).toBe(reason)
  })

  test('ends fetch and api alike, and lets nothing be sent', async () => {
    const { core, sent, clock } = testCore([deaf, deaf])
    const before = rejection(core.fetch('x'))
    await clock.advance(1)
    core.close()
    expect([(await before).code, (await rejection(core.fetch('x'))).code]).toEqual(['closed', 'closed'])
    expect([sent.length, clock.pending]).toEqual([1, 0])
  })
})
