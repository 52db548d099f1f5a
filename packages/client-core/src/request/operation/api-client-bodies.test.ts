import { describe, expect, test } from 'vitest'
import { testApi } from '../../testing/api.ts'
import { countedSignal } from '../../testing/counted-signal.ts'
import { json, openBody } from '../../testing/network/bodies.ts'
import { rejection } from '../../testing/rejection.ts'

const params = { path: { jobID: 'a' } }

describe('a success', () => {
  test('has data, the response, and no error', async () => {
    const { api } = testApi([json({ id: 'a' }, { headers: { 'X-A': '1' } })])
    const result = await api.GET('/jobs/{jobID}', { params })
    expect(Object.keys(result)).toEqual(['data', 'response'])
    expect(result.data).toEqual({ id: 'a' })
    expect([result.response.status, result.response.headers.get('X-A')]).toEqual([200, '1'])
  })

  test.each([
    ['204', () => new Response(null, { status: 204 })],
    ['200 without a body', () => new Response(null)],
    ['200 with an empty body', () => new Response('')],
    ['Content-Length: 0', () => new Response('', { headers: { 'Content-Length': '0' } })]
  ])('%s has undefined data', async (_, answer) => {
    const { api } = testApi([answer])
    expect((await api.GET('/jobs/{jobID}', { params })).data).toBeUndefined()
  })

  test('JSON that is labelled text/html is read', async () => {
    const { api } = testApi([new Response('{"id":"a"}', { headers: { 'Content-Type': 'text/html' } })])
    expect((await api.GET('/jobs/{jobID}', { params })).data).toEqual({ id: 'a' })
  })

  test.each([
    ['text/html', '<html><title>Log in</title>', 'media-type', 'and text/html instead of JSON: Log in'],
    ['application/json', '{"id":', 'malformed-body', 'and broken JSON: {"id":']
  ])('%s with %s rejects with %s', async (type, body, code, message) => {
    const { api, clock } = testApi([new Response(body, { headers: { 'Content-Type': type } })])
    const error = await rejection(api.GET('/jobs/{jobID}', { params }))
    expect(error).toMatchObject({ code, status: 200, method: 'GET', url: 'https://api.example/base/jobs/a' })
    expect(error.message).toBe(`GET https://api.example/base/jobs/a returned 200 ${message}`)
    expect(clock.pending).toBe(0)
  })

  test('a body that is too long rejects with body-too-large', async () => {
    const { api } = testApi([json({ id: 'x'.repeat(100) })], { maxBodyBytes: 100 })
    expect((await rejection(api.GET('/jobs/{jobID}', { params }))).code).toBe('body-too-large')
  })
})

describe('parseAs', () => {
  const answer = () => new Response('{"id":"ä"}', { headers: { 'Content-Type': 'application/x' } })

  test('text, blob and arrayBuffer', async () => {
    const { api } = testApi([answer, answer, answer])
    expect((await api.GET('/jobs/{jobID}', { params, parseAs: 'text' })).data).toBe('{"id":"ä"}')
    const blob = (await api.GET('/jobs/{jobID}', { params, parseAs: 'blob' })).data
    expect([blob?.size, blob?.type]).toEqual([11, 'application/x'])
    expect((await api.GET('/jobs/{jobID}', { params, parseAs: 'arrayBuffer' })).data?.byteLength).toBe(11)
  })

  test('stream leaves the body unread, bounded by its pauses alone', async () => {
    const body = openBody()
    const { api, clock } = testApi([new Response(body.stream)], { maxBodyBytes: 3 })
    const { data, response } = await api.GET('/jobs/{jobID}', { params, parseAs: 'stream', timeout: 1_000 })
    expect(data).toBe(response.body)
    const text = response.text()
    for (let i = 0; i < 5; i++) {
      await clock.advance(999)
      body.write('abc')
    }
    body.end()
    expect(await text).toBe('abc'.repeat(5))
  })

  test('whatever is read whole is, within the time and size of the call', async () => {
    const body = openBody()
    const { api, clock } = testApi([new Response(body.stream), new Response('1234')], { maxBodyBytes: 3 })
    const failed = rejection(api.GET('/jobs/{jobID}', { params, parseAs: 'text', timeout: 1_000 }))
    await clock.advance(600)
    body.write('a')
    await clock.advance(400)
    expect((await failed).code).toBe('timeout')
    const long = api.GET('/jobs/{jobID}', { params, parseAs: 'blob' })
    expect((await rejection(long)).code).toBe('body-too-large')
    expect(clock.pending).toBe(0)
  })
})

describe('an error', () => {
  test.each<[string, () => Response, unknown]>([
    ['JSON', () => json({ title: 'no' }, { status: 400 }), { title: 'no' }],
    ['JSON without its label', () => new Response('{"title":"no"}', { status: 400 }), { title: 'no' }],
    ['text', () => new Response('no', { status: 500 }), 'no'],
    ['broken JSON', () => new Response('{"title":', { status: 502 }), '{"title":'],
    ['nothing', () => new Response(null, { status: 500 }), ''],
    ['an empty text', () => new Response('', { status: 503 }), ''],
    ['Content-Length: 0', () => new Response('', { status: 503, headers: { 'Content-Length': '0' } }), ''],
    ['304, which has no body', () => new Response(null, { status: 304 }), '']
  ])('of %s resolves, by its status', async (_, answer, expected) => {
    const { api, clock } = testApi([answer])
    const result = await api.GET('/jobs/{jobID}', { params, retry: false })
    expect(Object.keys(result)).toEqual(['error', 'response'])
    expect(result.error).toEqual(expected)
    expect(result.response.ok).toBe(false)
    expect(clock.pending).toBe(0)
  })

  test.each([
    ['with a body', () => new Response('no', { status: 404 })],
    ['without one', () => new Response(null, { status: 404 })],
    ['that says so', () => new Response('', { status: 404, headers: { 'Content-Length': '0' } })]
  ])('%s leaves no listener on the signal of the caller', async (_, answer) => {
    const caller = countedSignal()
    const { api } = testApi([], { use: [() => async () => answer()] })
    await api.GET('/jobs/{jobID}', { params, signal: caller.signal })
    expect([caller.added(), caller.left()]).toEqual([1, 0])
  })
})
