import { ClientError } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import { isClientError } from '../index.ts'
import { CasError, isCasError } from './cas-error.ts'

const error = new CasError({
  ...{ code: 'http-status', message: 'no', status: 422, requestId: '7c1e', method: 'GET', url: 'https://h/x' },
  ...{
    retryAfter: 1000,
    errorType: 'validation_error',
    detail: [{ type: 't', loc: ['body'], msg: 'm', input: 's3cret' }]
  }
})

test('it is an Error and a ClientError under its own name', () => {
  expect(error).toBeInstanceOf(ClientError)
  expect(error).toBeInstanceOf(Error)
  expect(isClientError(error)).toBe(true)
  expect(String(error)).toBe('CasError: no')
})

test('its fields are what it was made of', () => {
  expect(error).toMatchObject({ status: 422, statusCode: 422, errorType: 'validation_error', retryAfter: 1000 })
  expect(error.detail).toEqual([{ type: 't', loc: ['body'], msg: 'm', input: 's3cret' }])
})

test('its JSON has the fields that are safe to store, without what the service echoed', () => {
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    ...{ name: 'CasError', code: 'http-status', message: 'no', status: 422, requestId: '7c1e' },
    ...{ method: 'GET', url: 'https://h/x', retryAfter: 1000 },
    ...{ errorType: 'validation_error', detail: [{ type: 't', loc: ['body'], msg: 'm' }] }
  })
})

test('what was not given is absent', () => {
  const bare = new CasError({ code: 'network', message: 'cut' })
  for (const key of ['errorType', 'detail', 'status', 'requestId', 'retryAfter']) expect(key in bare).toBe(false)
  expect(bare.statusCode).toBeUndefined()
})

test('an abort keeps the name that everybody looks for', () => {
  const aborted = new CasError({ code: 'aborted', message: 'enough' })
  expect(aborted.name).toBe('AbortError')
  expect(isCasError(aborted)).toBe(true)
})

test('isCasError knows its own, also of another copy of the package', () => {
  const copy = Object.assign(new Error('no'), {
    [Symbol.for('@geoclients/client-error')]: true,
    [Symbol.for('@geoclients/cas-error')]: true
  })
  expect(isCasError(error)).toBe(true)
  expect(isCasError(copy)).toBe(true)
})

test.each([
  [new Error('no')],
  [new ClientError({ code: 'network', message: 'no' })],
  [null],
  [undefined],
  ['CasError'],
  [{}]
])('isCasError refuses %o', (value) => {
  expect(isCasError(value)).toBe(false)
})
