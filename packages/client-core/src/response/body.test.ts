import { describe, expect, test } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { rejection } from '../testing/rejection.ts'
import { guardParse, isJson, mediaType, preview, readJson, requestId } from './body.ts'
import { rememberCall } from './request-info.ts'

const typed = (body: BodyInit | null, type?: string, init: ResponseInit = {}): Response => {
  const response = new Response(body, init)
  response.headers.delete('Content-Type')
  if (type) response.headers.set('Content-Type', type)
  return response
}
const gateway = '<!DOCTYPE html>\n<html><head><title>502 Bad\n Gateway</title></head><body>nginx</body></html>'

describe('readJson', () => {
  test.each([
    ['application/json', '{"a":1}', { a: 1 }],
    ['text/html; charset=utf-8', '{"a":1}', { a: 1 }],
    ['text/plain', '[1]', [1]],
    [undefined, 'null', null],
    ['application/problem+json', '\ufeff"ä"', 'ä'],
    ['application/json', '', undefined],
    ['text/html', ' \r\n', undefined]
  ])('labelled %s, %j is read', async (type, body, expected) => {
    expect(await readJson(typed(body, type), makeError)).toEqual(expected)
  })

  test('no body is undefined', async () => {
    expect(await readJson(new Response(null, { status: 204 }), makeError)).toBeUndefined()
  })

  test('a page of HTML with status 200 is media-type, with its title in one line', async () => {
    const response = typed(gateway, 'text/html; charset=utf-8', { headers: { 'X-Request-ID': 'r-1' } })
    rememberCall(response, { method: 'GET', url: 'https://h/jobs' })
    const error = await rejection(readJson(response, makeError))
    expect(error).toMatchObject({
      code: 'media-type',
      message: 'GET https://h/jobs was answered with 200 and text/html where JSON was expected: 502 Bad Gateway',
      status: 200,
      requestId: 'r-1',
      method: 'GET',
      url: 'https://h/jobs'
    })
    expect(error.cause).toBeInstanceOf(SyntaxError)
  })

  test('text without a label is media-type too', async () => {
    expect(await rejection(readJson(typed('hello'), makeError))).toMatchObject({
      code: 'media-type',
      message: 'the request was answered with 200 and a body without media type where JSON was expected: hello'
    })
  })

  test.each(['application/json', 'application/geo+json; charset=utf-8', 'text/json'])(
    'broken %s is malformed-body',
    async (type) => {
      expect(await rejection(readJson(typed('{"a": \n 1', type, { status: 201 }), makeError))).toMatchObject({
        code: 'malformed-body',
        message: 'the request was answered with 201 and broken JSON: {"a": 1',
        status: 201
      })
    }
  )
})

describe('guardParse', () => {
  test('hands on what was parsed, and a ClientError as it is', async () => {
    expect(await guardParse(async () => 1, makeError)).toBe(1)
    const own = makeError({ code: 'timeout', message: 'm' })
    expect(await rejection(guardParse(() => Promise.reject(own), makeError))).toBe(own)
  })

  test('makes anything else a malformed-body, also what is thrown at once', async () => {
    const cause = new TypeError('no part')
    const parse = () => {
      throw cause
    }
    const error = await rejection(guardParse(parse, makeError))
    expect(error).toMatchObject({ code: 'malformed-body', message: 'the answer could not be read: TypeError: no part' })
    expect(error.cause).toBe(cause)
  })
})

test.each([
  ['Application/JSON ; charset=utf-8', 'application/json'],
  ['text/html', 'text/html'],
  ['', undefined],
  [undefined, undefined]
])('the media type of %j is %s', (header, expected) => {
  expect(mediaType(typed(null, header))).toBe(expected)
})

test.each([
  ['application/json', true],
  ['text/json', true],
  ['application/vnd.api+json', true],
  ['image/geo+json', true],
  ['application/json-seq', false],
  ['application/jsonp', false],
  ['text/html', false],
  [undefined, false]
])('%s is JSON: %s', (type, expected) => {
  expect(isJson(type)).toBe(expected)
})

test('the request id is left out where there is none', () => {
  expect(requestId(new Response())).toEqual({})
  expect(requestId(new Response(null, { headers: { 'X-Request-ID': 'r' } }))).toEqual({ requestId: 'r' })
})

test.each([
  ['plain\n\n text', 'plain text'],
  [gateway, '502 Bad Gateway'],
  ['<html><title></title><style>p { color: red }</style><p>It is <b>down</b></p>', 'It is down'],
  ['<p>cut <a href="x', 'cut'],
  ['a < b', 'a < b'],
  ['red \u001b[31m text\u0000\u2028here', 'red [31m text here'],
  ['x'.repeat(200), 'x'.repeat(200)],
  ['x'.repeat(201), `${'x'.repeat(197)}...`],
  ['', '']
])('the preview of %j is %j', (text, expected) => {
  expect(preview(text)).toBe(expected)
})

test.each(['<', '<style', '<title', '<style></', '<title>'])('the preview of a page full of %s comes soon', (piece) => {
  expect(preview(piece.repeat(1_000_000)).length).toBeLessThanOrEqual(200)
})
