import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { ClientError, type ClientErrorInit, hidden, isClientError } from './client-error.ts'

const full: ClientErrorInit = {
  code: 'http-status',
  message: 'GET https://api.example/jobs returned 503',
  cause: { headers: { Authorization: 'Bearer hunter2' } },
  status: 503,
  requestId: 'r-1',
  method: 'GET',
  url: 'https://api.example/jobs',
  retryAfter: 5_000
}
const { cause: _, ...safe } = full

test('has the fields it was made of, and is an Error', () => {
  const error = new ClientError(full)
  expect(error).toBeInstanceOf(Error)
  expect(error.name).toBe('ClientError')
  expect(error.cause).toBe(full.cause)
  expect({ ...error }).toEqual({
    code: 'http-status',
    status: 503,
    requestId: 'r-1',
    method: 'GET',
    url: full.url,
    retryAfter: 5_000
  })
})

test('an abort is named AbortError', () => {
  expect(new ClientError({ code: 'aborted', message: 'm' }).name).toBe('AbortError')
})

test('fields without a value do not exist, nor does a cause that was not given', () => {
  const error = new ClientError({ code: 'network', message: 'm', status: undefined, url: undefined })
  expect(Object.keys(error)).toEqual(['code'])
  expect('cause' in error).toBe(false)
  expect('cause' in new ClientError({ code: 'network', message: 'm', cause: undefined })).toBe(true)
})

test('toJSON lists the safe fields and nothing that was attached', () => {
  const error = Object.assign(new ClientError(full), { request: { headers: 'Bearer hunter2' } })
  expect(error.toJSON()).toEqual({ name: 'ClientError', ...safe })
  expect(JSON.parse(JSON.stringify(error))).toEqual({ name: 'ClientError', ...safe })
  expect(new ClientError({ code: 'closed', message: 'm' }).toJSON()).toEqual({
    name: 'ClientError',
    code: 'closed',
    message: 'm'
  })
})

test('printing shows the stack and the safe fields, with showHidden too, and never the cause', () => {
  const error = new ClientError(full)
  hidden(error, 'request', { token: 'hunter2' })
  for (const text of [
    inspect(error),
    inspect(error, { showHidden: true, depth: 9 }),
    inspect({ error }, { showHidden: true })
  ]) {
    expect(text).toContain('ClientError: GET https://api.example/jobs returned 503')
    expect(text).toContain('client-error.test.ts')
    expect(text).toContain('"code":"http-status","status":503,"requestId":"r-1"')
    expect(text).not.toContain('hunter2')
  }
})

test('printing works where the platform keeps no stack', () => {
  const error = new ClientError({ code: 'closed', message: 'm' })
  Object.defineProperty(error, 'stack', { value: undefined })
  expect(inspect(error)).toBe('ClientError: m {"code":"closed"}')
})

test('spreading, cloning and iterating show no name, brand or cause', () => {
  const error = new ClientError({ code: 'closed', message: 'm', cause: 'hunter2' })
  expect(Object.keys(error)).toEqual(['code'])
  expect(Object.getOwnPropertySymbols({ ...error })).toEqual([])
  expect({ ...error }).toEqual({ code: 'closed' })
})

test('is known across two copies of the module', async () => {
  const another = './client-error.ts?copy'
  const copy: typeof import('./client-error.ts') = await import(/* @vite-ignore */ another)
  expect(copy.ClientError).not.toBe(ClientError)
  const theirs = new copy.ClientError({ code: 'closed', message: 'm' })
  expect(theirs).not.toBeInstanceOf(ClientError)
  expect(isClientError(theirs)).toBe(true)
  expect(copy.isClientError(new ClientError({ code: 'closed', message: 'm' }))).toBe(true)
  // Other versions of the package look for exactly this.
  expect(Symbol.for('@geoclients/client-error') in theirs).toBe(true)
})

test.each([undefined, null, 'text', 0, {}, new Error('m'), { code: 'closed', name: 'ClientError' }, () => {}])(
  '%o is no ClientError',
  (value) => {
    expect(isClientError(value)).toBe(false)
  }
)

test('a subclass is one, and may have a name of its own', () => {
  class Own extends ClientError {
    constructor(init: ClientErrorInit) {
      super(init)
      hidden(this, 'name', 'Own')
    }
  }
  const own = new Own({ code: 'closed', message: 'm' })
  expect([isClientError(own), own.name, Object.keys(own)]).toEqual([true, 'Own', ['code']])
  own.name = 'Renamed'
  expect(String(own)).toBe('Renamed: m')
})
