import { describe, expect, test } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { replyOf } from '../testing/network/reply.ts'
import { thrown } from '../testing/rejection.ts'
import { isJson, mediaType, mostRepaired, preview, readJson, requestId, textOf } from './body.ts'

const typed = (body: BodyInit | null, type?: string, init: ResponseInit = {}): Response => {
  const response = new Response(body, init)
  response.headers.delete('Content-Type')
  if (type) response.headers.set('Content-Type', type)
  return response
}
/** A list of one text: `é` in latin1, and spaces. */
const latin1 = (length: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length).fill(0x20)
  bytes.set([0x5b, 0x22, 0xe9, 0x22, 0x5d])
  return bytes
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
    expect(readJson(await replyOf(typed(body, type)), makeError)).toEqual(expected)
  })

  test('a long body of nothing but brackets is malformed-body', async () => {
    const deep = `${'['.repeat(600_000)}${']'.repeat(600_000)}`
    const reply = await replyOf(typed(deep, 'application/json'))
    const error = await thrown(() => readJson(reply, makeError))
    expect(error).toMatchObject({ code: 'malformed-body', cause: { message: 'nested more than 10000 levels deep' } })
  })

  test('no body is undefined', async () => {
    expect(readJson(await replyOf(new Response(null, { status: 204 })), makeError)).toBeUndefined()
  })

  test('a page of HTML with status 200 is media-type, with its title in one line', async () => {
    const response = typed(gateway, 'text/html; charset=utf-8', { headers: { 'X-Request-ID': 'r-1' } })
    const reply = await replyOf(response)
    const error = await thrown(() => readJson(reply, makeError))
    expect(error).toMatchObject({
      code: 'media-type',
      message: 'GET https://h/jobs returned 200 and text/html instead of JSON: 502 Bad Gateway',
      status: 200,
      requestId: 'r-1',
      method: 'GET',
      url: 'https://h/jobs'
    })
    expect(error.cause).toBeInstanceOf(SyntaxError)
  })

  test('text without a label is media-type too', async () => {
    const reply = await replyOf(typed('hello'))
    expect(await thrown(() => readJson(reply, makeError))).toMatchObject({
      code: 'media-type',
      message: 'GET https://h/jobs returned 200 and a body without media type instead of JSON: hello'
    })
  })

  test.each(['application/json', 'application/geo+json; charset=utf-8', 'text/json'])(
    'broken %s is malformed-body',
    async (type) => {
      const reply = await replyOf(typed('{"a": \n 1', type, { status: 201 }))
      expect(await thrown(() => readJson(reply, makeError))).toMatchObject({
        code: 'malformed-body',
        message: 'GET https://h/jobs returned 201 and broken JSON: {"a": 1',
        status: 201
      })
    }
  )
})

describe('bytes that are not UTF-8', () => {
  test('are repaired in a short body', async () => {
    const reply = await replyOf(typed(latin1(mostRepaired), 'application/json'))
    expect(readJson(reply, makeError)).toEqual(['\ufffd'])
    expect(textOf(reply, makeError)).toHaveLength(mostRepaired)
  })

  test.each([
    ['application/json', 'malformed-body', 'GET https://h/jobs returned 200 and JSON that is not UTF-8: ["\ufffd"]'],
    ['text/html', 'media-type', 'GET https://h/jobs returned 200 and text/html instead of JSON: ["\ufffd"]']
  ])('make a longer body labelled %s %s, of which only the start is decoded', async (type, code, message) => {
    const reply = await replyOf(typed(latin1(mostRepaired + 1), type))
    expect(await thrown(() => readJson(reply, makeError))).toMatchObject({ code, message })
  })

  test('make a longer text malformed-body', async () => {
    const reply = await replyOf(typed(latin1(mostRepaired + 1)))
    expect(await thrown(() => textOf(reply, makeError))).toMatchObject({
      code: 'malformed-body',
      message: 'GET https://h/jobs returned 200 and 25165825 bytes that are not UTF-8 text: ["\ufffd"]'
    })
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
