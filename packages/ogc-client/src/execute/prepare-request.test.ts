import { type CallSettings, systemClock } from '@geoclients/client-core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeOgcError } from '../errors/ogc-error.ts'
import { clientOf, fakeServer, json } from '../testing/fake-server.ts'
import { inBrowser } from '../testing/platform.ts'
import { rejection } from '../testing/rejection.ts'
import { decodeBase64 } from '../utils/base64.ts'
import { prepareRequest } from './prepare-request.ts'

const coreOf = (closed: AbortSignal) => ({ closed, clock: systemClock, error: makeOgcError })
const open = coreOf(new AbortController().signal)
const call = (signal?: AbortSignal): CallSettings => ({
  ...{ signal, timeout: 60_000, retry: false, isRetryAsked: false, headers: {} }
})
const prepare = (inputs: unknown, signal?: AbortSignal) => prepareRequest({ inputs }, call(signal), open)
/** Inputs as they stand on the wire. */
const sent = async (inputs: unknown): Promise<unknown> => JSON.parse((await prepare(inputs)).body).inputs

const octets = 'application/octet-stream'
const bufferOfNode = (): [name: string, value: unknown, sent: unknown] => [
  'a Buffer of Node',
  Buffer.from('hi'),
  { value: 'aGk=', encoding: 'base64', mediaType: octets }
]

test.each<[name: string, value: unknown, sent: unknown]>([
  ['a Blob', new Blob(['hi'], { type: 'text/csv' }), { value: 'aGk=', encoding: 'base64', mediaType: 'text/csv' }],
  [
    'a File',
    new File(['hi'], 'a.tif', { type: 'image/tiff' }),
    { value: 'aGk=', encoding: 'base64', mediaType: 'image/tiff' }
  ],
  ['a Blob of no type', new Blob(['hi']), { value: 'aGk=', encoding: 'base64', mediaType: octets }],
  ['an ArrayBuffer', Uint8Array.of(104, 105).buffer, { value: 'aGk=', encoding: 'base64', mediaType: octets }],
  ['bytes', Uint8Array.of(104, 105), { value: 'aGk=', encoding: 'base64', mediaType: octets }],
  ...(inBrowser ? [] : [bufferOfNode()]),
  [
    'a part of a buffer',
    new Uint8Array(Uint8Array.of(0, 104, 105, 0).buffer, 1, 2),
    { value: 'aGk=', encoding: 'base64', mediaType: octets }
  ],
  [
    'a DataView',
    new DataView(Uint8Array.of(104, 105).buffer),
    { value: 'aGk=', encoding: 'base64', mediaType: octets }
  ],
  ['numbers of 32 bits', Float32Array.of(1), { value: 'AACAPw==', encoding: 'base64', mediaType: octets }],
  ['nothing', new Uint8Array(), { value: '', encoding: 'base64', mediaType: octets }],
  [
    'bytes with a media type of their own',
    { value: Uint8Array.of(104, 105), mediaType: 'image/png', schema: 'urn:png' },
    { value: 'aGk=', encoding: 'base64', mediaType: 'image/png', schema: 'urn:png' }
  ],
  [
    'a Blob with another media type',
    { value: new Blob(['hi'], { type: 'text/plain' }), mediaType: 'text/csv' },
    { value: 'aGk=', encoding: 'base64', mediaType: 'text/csv' }
  ],
  ['a Date', new Date(Date.UTC(2026, 5, 1)), '2026-06-01T00:00:00.000Z'],
  [
    'dates and bytes in a list',
    [new Date(0), new Blob(['hi'])],
    ['1970-01-01T00:00:00.000Z', { value: 'aGk=', encoding: 'base64', mediaType: octets }]
  ],
  ['what writes itself', new URL('https://h.example/a'), 'https://h.example/a'],
  ['what is left out', { a: undefined, b: 1 }, { b: 1 }],
  [
    'a nested process with bytes',
    { process: 'https://h.example/processes/mosaic', inputs: { mask: new Blob(['hi']) }, $output: 'out' },
    {
      process: 'https://h.example/processes/mosaic',
      inputs: { mask: { value: 'aGk=', encoding: 'base64', mediaType: octets } },
      $output: 'out'
    }
  ]
])('%s', async (_, value, expected) => {
  expect(await sent({ a: value })).toEqual({ a: expected })
})

test('what is sent is the text of the request, and what it says of the results', async () => {
  const request = {
    inputs: { a: [1, { b: new Date(0) }] },
    outputs: { c: {} },
    response: 'raw',
    subscriber: { successUri: 'https://h.example/' }
  }
  const { body, ...rest } = await prepareRequest(request, call(), open)
  expect(body).toBe(JSON.stringify(request))
  expect(rest).toEqual({ outputs: { c: {} }, response: 'raw' })
  expect(await prepareRequest({}, call(), open)).toEqual({ body: '{}' })
})

test('what holds no bytes is written as it is, without a copy', async () => {
  let writer: unknown
  const inputs = {
    a: {
      toJSON(this: unknown) {
        writer = this
        return 1
      }
    }
  }
  expect(await sent(inputs)).toEqual({ a: 1 })
  expect(writer).toBe(inputs.a)
})

test('one Blob in two inputs, and one value in two places that is no cycle', async () => {
  const blob = new Blob(['hi'])
  const shared = { x: [1] }
  const { a, b, c, d } = (await sent({ a: blob, b: blob, c: shared, d: shared })) as Record<string, unknown>
  expect(a).toEqual(b)
  expect(c).toEqual(d)
})

const circular: unknown[] = [1]
circular.push({ again: circular })

test.each<[value: unknown, message: string]>([
  [{ f: () => 1 }, 'inputs.a.f must be a JSON value, got a function'],
  [[Symbol('s')], 'inputs.a[0] must be a JSON value, got Symbol(s)'],
  [5n, 'inputs.a must be a number or text, got 5n'],
  [Number.NaN, 'inputs.a must be a finite number, got NaN'],
  [[1, Number.POSITIVE_INFINITY], 'inputs.a[1] must be a finite number, got Infinity'],
  [new Date(Number.NaN), 'inputs.a must be a valid date, got a Date'],
  [[undefined], 'inputs.a[0] must be a JSON value, got undefined'],
  [new Map(), 'inputs.a must be a JSON value, got a Map'],
  [circular, 'inputs.a[1].again must be a value that does not contain itself, got an array of 2'],
  [{ value: new Blob(), bad: Number.NaN }, 'inputs.a.bad must be a finite number, got NaN']
])('%o is refused with its path', async (a, message) => {
  expect(await rejection(prepare({ a }))).toMatchObject({ code: 'invalid-argument', message })
})

test('what is nested without end is refused, not a crash', async () => {
  let deep: unknown = 1
  for (let i = 0; i < 100_000; i++) deep = [deep]
  expect(await rejection(prepare({ deep }))).toMatchObject({ code: 'invalid-argument' })
})

test.each<[subscriber: unknown, message: string]>([
  ['https://me.example', 'subscriber must be an object such as { successUri: "https://…" }, got "https://me.example"'],
  [{}, 'subscriber must be an object such as { successUri: "https://…" }, got an object'],
  [{ successUri: '/done' }, 'subscriber.successUri must be an absolute http(s) URL, got "/done"'],
  [
    { successUri: 'https://me.example', failedUri: 'mailto:me@me.example' },
    'subscriber.failedUri must be an absolute http(s) URL, got "mailto:me@me.example"'
  ]
])('a subscriber %j is refused', async (subscriber, message) => {
  expect(await rejection(prepareRequest({ subscriber }, call(), open))).toMatchObject({
    code: 'invalid-argument',
    message
  })
})

test('a subscriber needs no address of its own for success (version 2.0)', async () => {
  const subscriber = { failedUri: 'https://me.example/failed' }
  const { body } = await prepareRequest({ subscriber }, call(), open)
  expect(JSON.parse(body)).toEqual({ subscriber })
})

test('any bytes, wherever they stand, come out as they went in', async () => {
  const bytes = fc.uint8Array()
  const tree = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      bytes,
      fc.string(),
      fc.integer(),
      fc.array(tie('node')),
      fc.dictionary(fc.stringMatching(/^[a-z]$/), tie('node'))
    )
  })).node
  /** What a server makes of qualified values. */
  const received = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(received)
    if ('encoding' in value && 'value' in value) return decodeBase64(String(value.value))
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, received(member)]))
  }
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.stringMatching(/^[a-z]$/), tree), fc.boolean(), async (inputs, asBlobs) => {
      const given = (value: unknown): unknown => {
        if (value instanceof Uint8Array) return asBlobs ? new Blob([value as Uint8Array<ArrayBuffer>]) : value
        if (Array.isArray(value)) return value.map(given)
        if (typeof value !== 'object' || value === null) return value
        return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, given(member)]))
      }
      expect(received(await sent(given(inputs)))).toEqual(received(inputs) && inputs)
    })
  )
})

const never = (): Blob => Object.assign(new Blob(['x']), { arrayBuffer: () => new Promise<ArrayBuffer>(() => {}) })

test('reading a Blob ends with the call’s signal, and with the client', async () => {
  const user = new AbortController()
  const call = rejection(prepare({ a: never() }, user.signal))
  user.abort('enough')
  expect(await call).toMatchObject({ code: 'aborted', name: 'AbortError', cause: 'enough' })
  const ogc = clientOf(fakeServer({}))
  const closing = rejection(ogc.run('p', { inputs: { a: never() } }))
  ogc.close()
  expect(await closing).toMatchObject({ code: 'closed' })
})

test('a Blob that cannot be read is no foreign error', async () => {
  const gone = Object.assign(new Blob(['x']), { arrayBuffer: () => Promise.reject(new Error('the file is gone')) })
  expect(await rejection(prepare({ a: gone }))).toMatchObject({
    code: 'invalid-argument',
    message: 'an input could not be read: Error: the file is gone'
  })
})

test.each(['run', 'submit', 'executeProcess'] as const)(
  '%s refuses bad inputs before anything is sent',
  async (method) => {
    const server = fakeServer({})
    expect(await rejection(clientOf(server)[method]('p', { inputs: { a: Number.NaN } }))).toMatchObject({
      code: 'invalid-argument',
      message: 'inputs.a must be a finite number, got NaN'
    })
    expect(server.calls).toEqual([])
  }
)

test('run sends bytes as a qualified value', async () => {
  const server = fakeServer({
    'POST /processes/p/execution': json({ out: 1 }),
    'GET /processes/p': json({ id: 'p', version: '1', outputs: { out: {} } })
  })
  await clientOf(server).run('p', { inputs: { image: new Blob(['hi'], { type: 'image/png' }) } }, { mode: 'sync' })
  expect(JSON.parse(String(server.calls[0]?.body))).toEqual({
    inputs: { image: { value: 'aGk=', encoding: 'base64', mediaType: 'image/png' } }
  })
})

test('inputs that throw when they are read are refused', async () => {
  const inputs = {
    get area(): number {
      throw new Error('not yet')
    }
  }
  await expect(prepareRequest({ inputs }, call(), open)).rejects.toMatchObject({
    code: 'invalid-argument',
    message: 'inputs cannot be read: Error: not yet'
  })
})

test.each([
  [{ min_val: 1 }, '"min_val": did you mean inputs: { min_val: … }?'],
  [{ inputs: {}, mode: 'sync' }, '"mode": did you mean inputs: { mode: … }?'],
  [{ input: {} }, '"input": did you mean inputs?'],
  [{ respnse: 'raw' }, '"respnse": did you mean response?']
])('the request %j has a member that no request has: nothing is sent', async (request, message) => {
  const server = fakeServer({})
  const error = await rejection(clientOf(server).executeProcess('p', request as object))
  expect(error).toMatchObject({ code: 'invalid-argument', message: `request has an unknown member ${message}` })
  expect(server.calls).toEqual([])
})

test('a member that is undefined is not there', async () => {
  const request = { inputs: { a: 1 }, mode: undefined }
  expect((await prepareRequest(request, call(), open)).body).toBe('{"inputs":{"a":1}}')
})

test.each<[string, unknown]>([
  ['a Promise', Promise.resolve({ inputs: {} })],
  ['a Map', new Map([['inputs', {}]])],
  ['a Date', new Date(0)],
  ['a URL', new URL('https://ogc.example')],
  ['a FormData', new FormData()]
])('%s as request is refused by each method, and nothing is sent', async (kind, given) => {
  const server = fakeServer({})
  const ogc = clientOf(server)
  const request = given as { inputs: object }
  const calls = [
    ogc.run('p', request, { mode: 'sync' }),
    ogc.submit('p', request, { mode: 'async' }),
    ogc.executeProcess('p', request),
    ogc.createJob('p', request),
    ogc.updateJob('j', request)
  ]
  for (const call of calls) {
    const message = `request must be an object such as { inputs: { … } }, got ${kind}`
    expect(await rejection(call)).toMatchObject({ code: 'invalid-argument', message })
  }
  expect(server.lines()).toEqual([])
})
