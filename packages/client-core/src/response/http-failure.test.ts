import { describe, expect, test } from 'vitest'
import { attach } from '../errors/client-error.ts'
import { replyOf } from '../testing/network/reply.ts'
import { httpFailure } from './http-failure.ts'

const now = Date.UTC(2026, 0, 1)

describe('httpFailure', () => {
  test('tells call, status, reason, request id and Retry-After', async () => {
    const headers = { 'X-Request-ID': 'r-1', 'Retry-After': 'Thu, 01 Jan 2026 00:00:20 GMT' }
    const response = new Response(null, { status: 503, statusText: 'Service Unavailable', headers })
    expect(httpFailure(await replyOf(response), { detail: 'x' }, 'the queue is full', now)).toEqual({
      code: 'http-status',
      message: 'GET https://h/jobs returned 503 Service Unavailable: the queue is full',
      status: 503,
      retryAfter: 20_000,
      requestId: 'r-1',
      method: 'GET',
      url: 'https://h/jobs'
    })
  })

  test.each([
    ['a text', 'Internal\nerror', ': Internal error'],
    ['a page', '<html><title>502 Bad Gateway</title>', ': 502 Bad Gateway'],
    ['an empty text', '', ''],
    ['nothing', undefined, ''],
    ['an object that the API did not understand', { a: 1 }, '']
  ])('without a reason of the API, %s is told as it can be', async (_, body, told) => {
    const { message, retryAfter } = httpFailure(
      await replyOf(new Response(null, { status: 500 })),
      body,
      undefined,
      now
    )
    expect([message, retryAfter]).toEqual([`GET https://h/jobs returned 500${told}`, undefined])
  })
})

test('attached fields can be read, but are neither listed nor printed; undefined ones do not exist', () => {
  const target = attach({ a: 1 }, { job: { id: 1 }, none: undefined, empty: null })
  expect(Reflect.get(target, 'job')).toEqual({ id: 1 })
  expect([Object.keys(target), JSON.stringify(target), 'none' in target, 'empty' in target]).toEqual([
    ['a'],
    '{"a":1}',
    false,
    true
  ])
})
