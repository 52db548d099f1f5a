import { expect, test } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { networkFault } from '../testing/network/fake-fetch.ts'
import { networkError, wasNeverSent } from './network-error.ts'

const url = 'https://ann:hunter2@api.example/jobs?token=hunter2'
const shown = 'https://api.example/jobs?token=***'
const get = { method: 'GET', url }

test('a network fault is told with the method and the redacted URL', () => {
  const fault = networkFault('EPIPE')
  const error = networkError(fault, { method: 'POST', url }, makeError)
  expect(error).toMatchObject({ code: 'network', method: 'POST', url: shown, cause: fault })
})

test('a ClientError stays what it is', () => {
  const error = makeError({ code: 'auth', message: 'm' })
  expect(networkError(error, get, makeError)).toBe(error)
})

test('the words of the platform show no secret of the URL', async () => {
  const fault = await fetch(url).catch((error: unknown) => error)
  expect(String(fault)).toContain('hunter2')
  const { message } = networkError(fault, get, makeError)
  expect(message).toContain('includes credentials')
  expect(message).not.toContain('hunter2')
})

test.each([
  ['ECONNREFUSED', 'connection refused'],
  ['ConnectionRefused', 'connection refused'],
  ['ENOTFOUND', 'host not found'],
  ['EAI_AGAIN', 'host name could not be resolved'],
  ['ECONNRESET', 'connection reset'],
  ['UND_ERR_SOCKET', 'connection cut'],
  ['UND_ERR_CONNECT_TIMEOUT', 'connection timed out']
])('%s is told as: %s', (code, words) => {
  expect(networkError(networkFault(code), get, makeError).message).toBe(`GET ${shown} failed: ${words} (${code})`)
})

test('was never sent: only the request itself, only by a code that proves it', () => {
  const failed = (code?: string, of: string = url, method = 'POST') =>
    networkError(networkFault(code), { method, url: of }, makeError)
  const post = { method: 'POST', url }
  expect(wasNeverSent(failed('ECONNREFUSED'), post)).toBe(true)
  expect(wasNeverSent(failed('ECONNRESET'), post)).toBe(false)
  expect(wasNeverSent(failed(undefined), post)).toBe(false)
  expect(wasNeverSent(failed('ECONNREFUSED', 'https://api.example/other'), post)).toBe(false)
  expect(wasNeverSent(failed('ECONNREFUSED', url, 'GET'), post)).toBe(false)
  expect(wasNeverSent(networkFault('ECONNREFUSED'), post)).toBe(false)
  const same = { message: 'm', method: 'POST', url: shown, cause: networkFault('ECONNREFUSED') }
  expect(wasNeverSent(makeError({ ...same, code: 'network' }), post)).toBe(true)
  expect(wasNeverSent(makeError({ ...same, code: 'auth' }), post)).toBe(false)
  expect(wasNeverSent({ ...same, code: 'network' }, post)).toBe(false)
})
