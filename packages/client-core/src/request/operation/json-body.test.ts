import { expect, test } from 'vitest'
import { isClientError } from '../../errors/client-error.ts'
import { makeError } from '../../testing/make-error.ts'
import { inBrowser } from '../../testing/platform.ts'
import { VirtualClock } from '../../testing/virtual-clock.ts'
import { defaultSettings } from '../call-settings.ts'
import { writeBody } from './api-client.ts'
import { writeJson } from './json-body.ts'

const core = { clock: new VirtualClock(), closed: new AbortController().signal, error: makeError }
const write = (body: unknown): Promise<string> => writeJson(body, core, defaultSettings(60_000)())

async function refusal(body: unknown): Promise<string> {
  try {
    await write(body)
  } catch (error) {
    if (isClientError(error)) return `${error.code}: ${error.message}`
    throw error
  }
  throw new Error('it was written')
}

const circular: Record<string, unknown> = { name: 'a' }
circular.self = circular

const ofNode: [message: string, body: unknown][] = inBrowser
  ? []
  : [['inputs.image must be base64 text, or JSON, got a Buffer', { inputs: { image: Buffer.from('abc') } }]]

test.each<[message: string, body: unknown]>([
  ...ofNode,
  ['inputs.bbox[2] must be a finite number, got NaN', { inputs: { bbox: [1, 2, Number.NaN] } }],
  ['inputs.depth must be a finite number, got -Infinity', { inputs: { depth: Number.NEGATIVE_INFINITY } }],
  ['inputs.count must be a number or text, got 5n', { inputs: { count: 5n } }],
  ['inputs.done must be a JSON value, got a function', { inputs: { done: () => 1 } }],
  ['inputs.mark must be a JSON value, got Symbol(x)', { inputs: { mark: Symbol('x') } }],
  ['inputs.map must be a JSON value, got a Map', { inputs: { map: new Map([[1, 2]]) } }],
  ['inputs must be a JSON value, got a Set', { inputs: new Set([1]) }],
  ['inputs.later must be a JSON value, got a Promise', { inputs: { later: Promise.resolve(1) } }],
  ['inputs.why must be a JSON value, got a RangeError', { inputs: { why: new RangeError('no') } }],
  ['inputs.image must be base64 text, or JSON, got a Uint8Array', { inputs: { image: new Uint8Array(3) } }],
  ['inputs.image must be base64 text, or JSON, got an ArrayBuffer', { inputs: { image: new ArrayBuffer(3) } }],
  ['inputs.image must be base64 text, or JSON, got a Blob', { inputs: { image: new Blob(['a']) } }],
  ['inputs.at must be a valid date, got a Date', { inputs: { at: new Date(Number.NaN) } }],
  ['inputs.list[1] must be a JSON value, got undefined', { inputs: { list: [1, undefined] } }],
  ['inputs["a b"].ä[0].x must be a finite number, got NaN', { inputs: { 'a b': { ä: [{ x: Number.NaN }] } } }],
  ['inputs.self must be a value that does not contain itself, got an object', { inputs: circular }],
  ['second must be a finite number, got NaN', { first: { a: { b: 1 } }, second: Number.NaN }],
  ['[1][0] must be a finite number, got NaN', [[1], [Number.NaN]]],
  ['body must be a finite number, got NaN', Number.NaN],
  ['body must be a JSON value, got a function', () => 1],
  ['body must be a JSON value, got an object', { toJSON: () => undefined }]
])('%s', async (message, body) => {
  expect(await refusal(body)).toBe(`invalid-argument: ${message}`)
})

test('a toJSON or a getter that throws is the cause of the refusal', async () => {
  const cause = new Error('not\nnow')
  const body = {
    toJSON() {
      throw cause
    }
  }
  expect(await refusal(body)).toBe('invalid-argument: the request body cannot be written as JSON: not')
  await expect(write(body)).rejects.toThrow(expect.objectContaining({ cause }))
})

test('what JSON can hold is written as JSON.stringify does', async () => {
  const shared = { x: 1 }
  class Point {
    type = 'Point'
    coordinates = [10, 54]
  }
  const body = {
    inputs: {
      where: new Point(),
      at: new Date(0),
      url: new URL('https://example.org/a'),
      twice: [shared, shared],
      left: undefined,
      nothing: null,
      empty: {},
      bare: Object.create(null),
      none: [],
      zero: -0,
      text: 'ä"'
    }
  }
  expect(await write(body)).toBe(JSON.stringify(body))
  expect(await write('text')).toBe('"text"')
  expect(await write(JSON.parse('{"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1}}')
})

test.each([
  [undefined, '"cwlVersion: v1.2"'],
  [null, '"cwlVersion: v1.2"'],
  ['application/json', '"cwlVersion: v1.2"'],
  ['application/ogcapppkg+json', '"cwlVersion: v1.2"'],
  ['application/cwl+yaml', 'cwlVersion: v1.2'],
  ['application/cwl', 'cwlVersion: v1.2']
])('a text body sent as %s is written as %s', async (contentType, written) => {
  expect(await writeBody('cwlVersion: v1.2', contentType, makeError)).toBe(written)
})

test('an object is JSON whatever its Content-Type says', async () => {
  expect(await writeBody({ cwlVersion: 'v1.2' }, 'application/cwl', makeError)).toBe('{"cwlVersion":"v1.2"}')
})
