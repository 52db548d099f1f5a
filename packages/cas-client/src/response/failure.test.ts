import { inspect } from 'node:util'
import { apiKey } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import { CasClient } from '../client/cas-client.ts'
import { type Answer, clientOf, fakeService, json, text } from '../testing/fake-service.ts'
import { rejection } from '../testing/outcome.ts'
import { envelope } from '../testing/samples.ts'

const url = 'https://cas.example/attributes/health'

/** The error of a call that was answered so. */
function errorOf(answer: Answer) {
  return rejection(clientOf(fakeService({ 'GET /attributes/health': answer }), { apiKey: 's3cret' }).health())
}

const answered = (status: number, statusText: string, headers: Record<string, string> = {}): ResponseInit => ({
  ...{ status, statusText },
  headers: { 'X-Request-ID': '7c1e4e2decd9', ...headers }
})

test.each<[status: number, statusText: string, type: string, message: string]>([
  [401, 'Unauthorized', 'unauthorized', 'Missing or invalid API key'],
  [422, 'Unprocessable Content', 'validation_error', 'The request is not valid'],
  [500, 'Internal Server Error', 'internal_error', 'Internal server error'],
  [502, 'Bad Gateway', 'upstream_error', 'The provider did not answer']
])('the envelope of a %i %s', async (status, statusText, errorType, message) => {
  const error = await errorOf(json(envelope(errorType, message), answered(status, statusText)))
  expect(error).toMatchObject({
    ...{ name: 'CasError', code: 'http-status', status, statusCode: status, errorType, method: 'GET', url },
    message: `GET ${url} returned ${status} ${statusText}: ${message}`
  })
  expect('detail' in error).toBe(false)
  expect('retryAfter' in error).toBe(false)
  expect(inspect(error, { showHidden: true })).not.toContain('s3cret')
})

test.each([
  [422, 'request_limit', 'Too many datasets: 51 > limit 50'],
  [422, 'request_limit', 'Geometry too complex: 10001 vertices > limit 10000'],
  [413, 'request_too_large', 'Payload too large']
])('a %i that says %s is told with what can be done', async (status, errorType, message) => {
  const error = await errorOf(json(envelope(errorType, message), answered(status, 'No')))
  const advice = 'send fewer datasets or geometries at once, or simplify the geometry'
  expect(error).toMatchObject({ status, errorType, message: expect.stringContaining(`: ${message}: ${advice}`) })
})

test.each([
  [404, 'Not Found', "Unknown provider 'nope'"],
  [404, 'Not Found', 'Not Found'],
  [405, 'Method Not Allowed', 'Method Not Allowed'],
  [400, 'Bad Request', 'There was an error parsing the body']
])('the framework below answers a %i with detail alone', async (status, statusText, detail) => {
  const error = await errorOf(json({ detail }, answered(status, statusText)))
  expect(error.message).toBe(`GET ${url} returned ${status} ${statusText}: ${detail}`)
  expect(error).toMatchObject({ status, requestId: '7c1e4e2decd9' })
  expect('errorType' in error).toBe(false)
  expect('detail' in error).toBe(false)
})

test('the id of the request comes from the header, else from the body', async () => {
  const body = envelope('internal_error', 'oops')
  expect((await errorOf(json(body, answered(500, '')))).requestId).toBe('7c1e4e2decd9')
  expect((await errorOf(json(body, { status: 500 }))).requestId).toBe('eb4affdf4e26')
  expect('requestId' in (await errorOf(json({ detail: 'x' }, { status: 404 })))).toBe(false)
})

const limited = (message: string): object => envelope('rate_limited', message)

test('the pause comes from the header', async () => {
  const headers = { 'Retry-After': '12' }
  const error = await errorOf(json(limited('Rate limit exceeded; retry after 59s'), answered(429, '', headers)))
  expect(error).toMatchObject({ status: 429, errorType: 'rate_limited', retryAfter: 12_000 })
})

test.each([
  ['Rate limit exceeded; retry after 59s', 59_000],
  ['Rate limit exceeded; Retry after 1 s', 1_000],
  ['Rate limit exceeded; retry after 0s', 0]
])('where the header cannot be read it comes from the message %j', async (message, retryAfter) => {
  expect((await errorOf(json(limited(message), { status: 429 }))).retryAfter).toBe(retryAfter)
})

test.each([
  [429, 'Rate limit exceeded'],
  [429, 'retry after a while'],
  [429, `retry after ${'9'.repeat(400)}s`],
  [503, 'retry after 59s'],
  [422, 'retry after 59s']
])('a %i with the message %j names no pause', async (status, message) => {
  expect('retryAfter' in (await errorOf(json(limited(message), { status })))).toBe(false)
})

const gateway = '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>nginx</h1></body></html>'

test.each<[what: string, answer: Answer, message: string]>([
  ['a page of a gateway', text(gateway, 'text/html', answered(502, 'Bad Gateway')), '502 Bad Gateway: 502 Bad Gateway'],
  ['broken JSON', text('{"error": {"type', 'application/json', answered(500, '')), '500: {"error": {"type'],
  ['an empty body', text('', 'text/plain', answered(503, '')), '503'],
  ['null', json(null, answered(500, '')), '500'],
  ['a list', json(['oops'], answered(500, '')), '500'],
  ['a number', json(7, answered(500, '')), '500'],
  ['an error that is no object', json({ error: 'oops' }, answered(500, '')), '500'],
  ['an error without content', json({ error: {} }, answered(500, '')), '500'],
  ['a detail that is no text', json({ detail: [{ msg: 'oops' }] }, answered(422, '')), '422']
])('%s is still an error with its status', async (_, answer, message) => {
  const error = await errorOf(answer)
  expect(error.message).toBe(`GET ${url} returned ${message}`)
  expect(error).toMatchObject({ code: 'http-status', requestId: '7c1e4e2decd9' })
})

test('a long reason is cut', async () => {
  const error = await errorOf(json(envelope('upstream_error', `It said: ${'blah '.repeat(1000)}`), answered(502, '')))
  expect(error.message).toHaveLength(`GET ${url} returned 502: `.length + 400)
  expect(error.message).toMatch(/^GET .* 502: It said: blah .*\.\.\.$/)
})

test('an input that is nested too deep to be written is left out', async () => {
  // How deep that is depends on the engine; the newest write it all.
  const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
  const body = `{"error":{"type":"t","message":"m","detail":[{"type":"x","loc":["a"],"msg":"no","input":${deep}}]}}`
  const error = await errorOf(text(body, 'application/json', answered(422, '')))
  expect(error).toMatchObject({ code: 'http-status', status: 422, detail: [{ type: 'x', loc: ['a'], msg: 'no' }] })
  expect(Object.hasOwn(error.detail?.[0] ?? {}, 'input')).toBe(isWritable(JSON.parse(deep)))
})

test('a key of the query that the service redirects along is not in the error of where that led', async () => {
  const key = 'hunter2-key'
  const fetch: typeof globalThis.fetch = async (input) => {
    const { pathname, href } = new URL(String(input))
    if (pathname === '/login') return Object.defineProperty(new Response('', { status: 403 }), 'url', { value: href })
    return new Response(null, { status: 302, headers: { Location: `/login?to=${encodeURIComponent(href)}` } })
  }
  const cas = new CasClient({ baseUrl: 'https://cas.example', fetch, auth: apiKey({ key, query: 'k' }) })
  const error = await rejection(cas.health())
  expect(error).toMatchObject({ code: 'http-status', status: 403, url: expect.stringContaining('/login') })
  expect(inspect([error, error.message, error.url], { depth: null, showHidden: true })).not.toContain(key)
})

function isWritable(value: unknown): boolean {
  try {
    JSON.stringify(value)
    return true
  } catch {
    return false
  }
}
