import { expect, test } from 'vitest'
import { networkFault } from '../testing/fake-fetch.ts'
import { makeError } from '../testing/make-error.ts'
import { abortedBy, describeCall, toClientError, wasNeverSent } from './network-error.ts'

const url = 'https://ann:hunter2@api.example/jobs?token=hunter2'
const shown = 'https://api.example/jobs?token=***'

test('a call is described by its method and redacted URL', () => {
  expect(describeCall(url, { method: 'post' })).toEqual({ method: 'POST', url: shown })
  expect(describeCall(url, {})).toEqual({ method: 'GET', url: shown })
})

test('a ClientError stays what it is', () => {
  const error = makeError({ code: 'auth', message: 'm' })
  expect(toClientError(error, url, {}, makeError)).toBe(error)
  expect(toClientError(error, url, { signal: AbortSignal.abort() }, makeError)).toBe(error)
})

test('after an abort the reason is told, whatever the platform threw', () => {
  const fault = new DOMException('The operation was aborted', 'AbortError')
  const error = toClientError(fault, url, { signal: AbortSignal.abort('enough') }, makeError)
  expect(error).toMatchObject({
    code: 'aborted',
    name: 'AbortError',
    cause: 'enough',
    message: `GET ${shown} was aborted`
  })
  const own = makeError({ code: 'timeout', message: 'too slow' })
  expect(toClientError(fault, url, { signal: AbortSignal.abort(own) }, makeError)).toBe(own)
})

test('an abort without a reason has the platform’s', () => {
  const { reason } = AbortSignal.abort()
  expect(abortedBy(reason, url, {}, makeError).cause).toBe(reason)
})

test('the words of the platform show no secret of the URL', async () => {
  const fault = await fetch(url).catch((error: unknown) => error)
  expect(String(fault)).toContain('hunter2')
  const { message } = toClientError(fault, url, {}, makeError)
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
  expect(toClientError(networkFault(code), url, {}, makeError).message).toBe(`GET ${shown} failed: ${words} (${code})`)
})

test('was never sent: only the request itself, only by a code that proves it', () => {
  const failed = (code?: string, of: string = url, method = 'POST') =>
    toClientError(networkFault(code), of, { method }, makeError)
  const post = { method: 'POST' }
  expect(wasNeverSent(failed('ECONNREFUSED'), url, post)).toBe(true)
  expect(wasNeverSent(failed('ECONNRESET'), url, post)).toBe(false)
  expect(wasNeverSent(failed(undefined), url, post)).toBe(false)
  expect(wasNeverSent(failed('ECONNREFUSED', 'https://api.example/other'), url, post)).toBe(false)
  expect(wasNeverSent(failed('ECONNREFUSED', url, 'GET'), url, post)).toBe(false)
  expect(wasNeverSent(networkFault('ECONNREFUSED'), url, post)).toBe(false)
  const same = { message: 'm', method: 'POST', url: shown, cause: networkFault('ECONNREFUSED') }
  expect(wasNeverSent(makeError({ ...same, code: 'network' }), url, post)).toBe(true)
  expect(wasNeverSent(makeError({ ...same, code: 'auth' }), url, post)).toBe(false)
  expect(wasNeverSent({ ...same, code: 'network' }, url, post)).toBe(false)
})
