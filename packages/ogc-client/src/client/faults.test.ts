import { expect, test } from 'vitest'
import { everyMethod } from '../testing/every-method.ts'
import { type Answer, clientOf, empty, fails, hangs, json, text } from '../testing/fake-server.ts'
import { rejection } from '../testing/rejection.ts'
import type { OgcClient } from './ogc-client.ts'

/** A client all of whose requests are answered alike. */
function answeredBy(answer: Answer, options: Parameters<typeof clientOf>[1] = {}): OgcClient {
  const fetch: typeof globalThis.fetch = async (input, init = {}) =>
    answer({
      line: String(input),
      headers: new Headers(init.headers),
      body: init.body,
      signal: init.signal ?? undefined,
      at: 0
    })
  return clientOf({ fetch, calls: [], lines: () => [] }, options)
}

const refused = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(`getaddrinfo ${code}`), { code }) })
const page = '<!doctype html><html><head><title>Log in</title></head><body>…</body></html>'

/** A fault, the code that every method must reject with, and a pattern for the text. */
const faults: Readonly<Record<string, readonly [answer: Answer, code: string, message: RegExp]>> = {
  'an unknown host': [
    fails(refused('ENOTFOUND')),
    'network',
    /^[A-Z]+ https:\S+ failed: host not found \(ENOTFOUND\)$/
  ],
  'a refused connection': [fails(refused('ECONNREFUSED')), 'network', /failed: connection refused \(ECONNREFUSED\)$/],
  'a browser’s CORS error': [
    fails(new TypeError('Failed to fetch')),
    'network',
    /failed: Failed to fetch($|\. If the server is up)/
  ],
  'a fetch that rejects with no error': [fails('no'), 'network', /failed: no$/],
  'a body that breaks off': [
    () => new Response(brokenBody(), { headers: { 'Content-Type': 'text/plain' } }),
    'network',
    /failed: cut$/
  ],
  'a gateway’s page with 200': [
    text(page, 'text/html'),
    'media-type',
    /returned 200 and text\/html instead of JSON: Log in$/
  ],
  'a gateway’s page with 502': [
    text(page, 'text/html', { status: 502, statusText: 'Bad Gateway' }),
    'http-status',
    /returned 502 Bad Gateway: Log in$/
  ],
  'broken JSON': [text('{"a":', 'application/json'), 'malformed-body', /returned 200 and broken JSON: \{"a":$/],
  '401 without a body': [empty(401), 'http-status', /returned 401$/],
  '404 with problem details': [
    json({ type: 'x', title: 'Not Found', detail: 'No such thing' }, { status: 404 }),
    'http-status',
    /returned 404: No such thing$/
  ],
  '500 without a body': [empty(500), 'http-status', /returned 500$/],
  'a redirect to another protocol': [
    empty(302, { Location: 'ftp://ogc.example/' }),
    'blocked-origin',
    /not an http\(s\) URL, or that contains a user or password$/
  ],
  'a redirect in circles': [empty(307, { Location: '/base' }), 'blocked-origin', /more than 10 redirects$/],
  'a redirect that loses a POST': [
    empty(302, { Location: '/base' }),
    'blocked-origin',
    /more than 10 redirects$|would lose the POST: correct the URL$/
  ],
  '304': [empty(304), 'http-status', /returned 304$/]
}

function brokenBody(): ReadableStream {
  return new ReadableStream({
    pull(controller) {
      controller.error(new TypeError('cut'))
    }
  })
}

const pairs = Object.keys(faults).flatMap((fault) => Object.keys(everyMethod).map((method) => [fault, method] as const))

test.each(pairs)('%s: %s rejects with an OgcError', async (fault, method) => {
  const [answer, code, message] = faults[fault] ?? []
  const error = await rejection(everyMethod[method]?.(answeredBy(answer as Answer)) as Promise<unknown>)
  expect(error.message).toMatch(message as RegExp)
  expect(error).toMatchObject({ code, name: 'OgcError' })
})

test.each(Object.entries(everyMethod))('%s rejects at once where its signal was aborted before', async (_, method) => {
  let requests = 0
  const ogc = answeredBy(() => {
    requests++
    return Response.json({})
  })
  const reason = new Error('changed my mind')
  const error = await rejection(method(ogc, { signal: AbortSignal.abort(reason) }))
  expect(error).toMatchObject({ code: 'aborted', name: 'AbortError' })
  expect(error.cause).toBe(reason)
  expect(requests).toBe(0)
})

test.each(Object.entries(everyMethod))('%s ends when its signal is aborted meanwhile', async (_, method) => {
  const user = new AbortController()
  const call = rejection(method(answeredBy(hangs), { signal: user.signal }))
  user.abort('enough')
  expect(await call).toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'enough' })
})

test.each(Object.entries(everyMethod))('%s ends when the client is closed', async (_, method) => {
  const ogc = answeredBy(hangs)
  const call = rejection(method(ogc))
  ogc.close()
  expect(await call).toMatchObject({ code: 'closed', message: 'the client was closed' })
  expect(await rejection(method(ogc))).toMatchObject({ code: 'closed' })
})

test.each(Object.entries(everyMethod))('%s ends when it takes too long', async (_, method) => {
  const error = await rejection(method(answeredBy(hangs), { timeout: 1 }))
  expect(error.code).toBe('timeout')
  expect(error.message).toMatch(/within 1 ms$/)
})

test.each(Object.entries(everyMethod))('%s refuses options that cannot be meant', async (_, method) => {
  const ogc = answeredBy(hangs)
  const wrong = async (options: unknown, message: string): Promise<void> => {
    const call = method(ogc, options as never) // a caller without types
    expect(await rejection(call)).toMatchObject({ code: 'invalid-argument', message })
  }
  await wrong({ signal: 'now' }, 'signal must be an AbortSignal, got "now"')
  await wrong({ timeout: -1 }, 'timeout must be a positive, finite number of milliseconds, got -1')
  await wrong({ retry: { limit: 0.5 } }, 'retry.limit must be a whole number of 0 or more, got 0.5')
  await wrong(
    { headers: { 'X-A': 'secret\nX-B: c' } },
    'headers["X-A"] must be a valid HTTP header name with a string value without line breaks'
  )
})

test('no failure shows the access token, however it is printed', async () => {
  const { inspect } = await import('node:util')
  const ogc = answeredBy(empty(401), { accessToken: 't0ps3cret', headers: { 'X-Key': 't0ps3cret' } })
  const error = await rejection(ogc.getJobs())
  for (const shown of [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), String(error.stack)]) {
    expect(shown).not.toContain('t0ps3cret')
  }
  expect(inspect(ogc, { depth: 9, showHidden: true })).not.toContain('t0ps3cret')
  expect(JSON.stringify(ogc)).not.toContain('t0ps3cret')
})
