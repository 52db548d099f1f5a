import { describe, expect, test } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { rejection } from '../testing/rejection.ts'
import { callOf, rememberCall } from './request-info.ts'
import { attach, httpFailure, unwrap } from './unwrap.ts'

const now = Date.UTC(2026, 0, 1)

describe('unwrap', () => {
  const describeFailure = (response: Response, body: unknown) =>
    makeError({ code: 'http-status', message: `${response.status} ${JSON.stringify(body)}` })

  test('gives the response of a success with its body unread', async () => {
    const response = new Response('{}', { status: 201 })
    expect(await unwrap(Promise.resolve({ data: undefined, response }), describeFailure)).toBe(response)
    expect(response.bodyUsed).toBe(false)
  })

  test('rejects with what the API makes of an error', async () => {
    const response = new Response(null, { status: 404 })
    const error = await rejection(unwrap(Promise.resolve({ error: { title: 'no' }, response }), describeFailure))
    expect(error.message).toBe('404 {"title":"no"}')
  })

  test('goes by the status: an error may have an empty body', async () => {
    const response = new Response(null, { status: 500 })
    expect((await rejection(unwrap(Promise.resolve({ error: undefined, response }), describeFailure))).message).toMatch(
      /^500/
    )
  })

  test('hands on a call that failed', async () => {
    const failure = makeError({ code: 'network', message: 'm' })
    expect(await rejection(unwrap(Promise.reject(failure), describeFailure))).toBe(failure)
  })
})

describe('httpFailure', () => {
  test('tells call, status, reason, request id and Retry-After', () => {
    const headers = { 'X-Request-ID': 'r-1', 'Retry-After': 'Thu, 01 Jan 2026 00:00:20 GMT' }
    const response = new Response(null, { status: 503, statusText: 'Service Unavailable', headers })
    rememberCall(response, { method: 'GET', url: 'https://h/jobs' })
    expect(httpFailure(response, { detail: 'x' }, 'the queue is full', now)).toEqual({
      code: 'http-status',
      message: 'GET https://h/jobs was answered with 503 Service Unavailable: the queue is full',
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
  ])('without a reason of the API, %s is told as it can be', (_, body, told) => {
    const { message, retryAfter } = httpFailure(new Response(null, { status: 500 }), body, undefined, now)
    expect([message, retryAfter]).toEqual([`the request was answered with 500${told}`, undefined])
  })
})

test('a response from elsewhere answers no call that we know', () => {
  expect(callOf(new Response())).toBeUndefined()
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
