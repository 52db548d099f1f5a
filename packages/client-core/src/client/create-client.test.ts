import { describe, expect, test, vi } from 'vitest'
import { openBody } from '../testing/bodies.ts'
import type { paths } from '../testing/contract.ts'
import { deaf, type FetchAnswer, fakeFetch } from '../testing/fake-fetch.ts'
import { makeError } from '../testing/make-error.ts'
import { rejection, thrown } from '../testing/rejection.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import { createRuntime, type RuntimeParts } from './create-client.ts'
import type { BaseOptions } from './options.ts'

const parts: RuntimeParts = { error: makeError, safe: {}, timeout: 10_000 }

function testRuntime(
  answers: readonly FetchAnswer[],
  options: Partial<BaseOptions> = {},
  more: Partial<RuntimeParts> = {}
) {
  const clock = new VirtualClock()
  const { fetch, sent } = fakeFetch(...answers)
  const runtime = createRuntime<paths>(
    { baseUrl: 'https://api.example/base/', fetch, clock, ...options },
    { ...parts, ...more }
  )
  return { runtime, sent, clock }
}

describe('fetch', () => {
  test('counts a relative URL from the base, and sends the headers of the client', async () => {
    const { runtime, sent } = testRuntime([new Response('{}')], { headers: { 'X-Key': 'k' } })
    expect(await (await runtime.fetch('jobs?limit=1')).text()).toBe('{}')
    expect([sent[0]?.url, sent[0]?.headers.get('X-Key')]).toEqual(['https://api.example/base/jobs?limit=1', 'k'])
  })

  test('passes Range on, and resolves with an error status as fetch does', async () => {
    const { runtime, sent } = testRuntime([new Response('no', { status: 416 })])
    const response = await runtime.fetch(new URL('https://files.example/a.tif'), { headers: { Range: 'bytes=0-9' } })
    expect([response.status, await response.text()]).toEqual([416, 'no'])
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({ range: 'bytes=0-9' })
  })

  test('streams: the body has as long as it likes while it comes', async () => {
    const body = openBody()
    const { runtime, clock } = testRuntime([new Response(body.stream)])
    const text = (await runtime.fetch('file')).text()
    for (let i = 0; i < 5; i++) {
      await clock.advance(9_000)
      body.write('x')
    }
    body.end()
    expect(await text).toBe('xxxxx')
  })

  test('has the bound of its options for what is read whole', async () => {
    const { runtime } = testRuntime([new Response('"12345"')], { maxBodyBytes: 6 })
    expect(runtime.maxBodyBytes).toBe(6)
    expect((await rejection(runtime.api.GET('/jobs'))).code).toBe('body-too-large')
    expect(testRuntime([]).runtime.maxBodyBytes).toBe(64 * 1024 * 1024)
  })

  test('rejects with a ClientError for what is no URL', async () => {
    const { runtime } = testRuntime([])
    expect((await rejection(runtime.fetch('http://'))).code).toBe('invalid-argument')
  })

  test('without one in the options it is the platform’s, looked up at each call', async () => {
    const runtime = createRuntime({ baseUrl: 'https://api.example' }, parts)
    vi.stubGlobal('fetch', async () => new Response('first'))
    expect(await (await runtime.fetch('/')).text()).toBe('first')
    vi.stubGlobal('fetch', async () => new Response('second'))
    expect(await (await runtime.fetch('/')).text()).toBe('second')
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
  const { runtime } = testRuntime([large, large])
  expect(await rejection(runtime.api.GET('/jobs', { parseAs: 'arrayBuffer' }))).toMatchObject({
    code: 'body-too-large',
    message: 'GET https://api.example/base/jobs: the body is longer than 67108864 bytes'
  })
  let bytes = 0
  for await (const chunk of (await runtime.fetch('file')).body ?? []) bytes += chunk.byteLength
  expect(bytes).toBe(64 * 1024 * 1024 + 1)
})

describe('settings', () => {
  test('the timeout is that of the API where the caller has none', async () => {
    for (const [options, bound] of [
      [{}, 10_000],
      [{ timeout: 500 }, 500]
    ] as const) {
      const { runtime, clock } = testRuntime([deaf], { ...options, retry: false })
      const failed = rejection(runtime.fetch('x'))
      await clock.advance(bound)
      expect((await failed).message).toContain(`within ${bound} ms`)
    }
  })

  test('retries are on unless the caller turns them off', async () => {
    const busy = () => new Response('', { status: 503 })
    const patient = testRuntime([busy, busy, busy])
    const call = patient.runtime.fetch('x')
    await patient.clock.advance(5_000)
    expect([(await call).status, patient.sent.length]).toEqual([503, 3])
    const once = testRuntime([busy], { retry: false })
    expect([(await once.runtime.fetch('x')).status, once.sent.length]).toEqual([503, 1])
  })

  test('the jitter comes from the random numbers of the options', async () => {
    const { runtime, clock } = testRuntime([() => new Response('', { status: 503 }), new Response('')], {
      random: () => 0.5
    })
    const call = runtime.fetch('x')
    await clock.advance(5_000)
    await call
    expect(clock.delays).toContain(300)
  })

  test('use, auth and credentials reach the pipeline', async () => {
    const seen: string[] = []
    const { runtime, sent } = testRuntime(
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
      { auth: () => ({ Authorization: 'Bearer x' }) }
    )
    await runtime.fetch('x')
    expect(seen).toEqual(['https://api.example/base/x'])
    expect([sent[0]?.headers.get('Authorization'), sent[0]?.init.credentials]).toEqual(['Bearer x', 'include'])
  })

  test('what the caller changes afterwards changes nothing', async () => {
    const headers: Record<string, string> = { 'X-Key': 'before' }
    const use: never[] = []
    const { runtime, sent } = testRuntime([new Response('')], { headers, use })
    headers['X-Key'] = 'after'
    await runtime.fetch('x')
    expect(sent[0]?.headers.get('X-Key')).toBe('before')
  })

  test('two clients share nothing', async () => {
    const [one, two] = [testRuntime([]), testRuntime([new Response('{}')])]
    one.runtime.close()
    expect((await two.runtime.fetch('x')).ok).toBe(true)
  })
})

test.each<[unknown, string]>([
  [undefined, 'options must be an object with at least a baseUrl, got undefined'],
  [{}, 'baseUrl must be an absolute http(s) URL'],
  [{ baseUrl: 'https://h', mine: 1, yours: 2 }, 'options has an unknown member "yours": known are baseUrl, ']
])('the options %o are refused: %s', async (options, message) => {
  const error = await thrown(() => createRuntime(options as BaseOptions, { ...parts, options: ['mine'] }))
  expect(error.code).toBe('invalid-argument')
  expect(error.message.startsWith(message)).toBe(true)
})

describe('close', () => {
  test('may be called again, and its reason stays', () => {
    const { runtime } = testRuntime([])
    expect(runtime.closed.aborted).toBe(false)
    runtime.close()
    const { reason } = runtime.closed
    runtime.close()
    expect(reason).toMatchObject({ code: 'closed', message: 'the client was closed' })
    expect(runtime.closed.reason).toBe(reason)
  })

  test('ends fetch and api alike, and lets nothing be sent', async () => {
    const { runtime, sent, clock } = testRuntime([deaf, deaf])
    const before = rejection(runtime.fetch('x'))
    await clock.advance(1)
    runtime.close()
    expect([(await before).code, (await rejection(runtime.fetch('x'))).code]).toEqual(['closed', 'closed'])
    expect([sent.length, clock.pending]).toEqual([1, 0])
  })
})
