import { expect, test } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { networkError } from './network-error.ts'

const url = 'https://api.example/jobs'

function message(fault: unknown, from: string = url): string {
  const error = networkError(fault, { method: 'GET', url: from }, makeError)
  expect(error).toMatchObject({ code: 'network', cause: fault, method: 'GET' })
  return error.message
}

const coded = (text: string, code: string, cause?: unknown): Error =>
  Object.assign(new Error(text, { cause }), { code })
const failed = (cause: unknown): TypeError => new TypeError('fetch failed', { cause })

test.each([
  ['a code that we can explain', failed(coded('getaddrinfo ENOTFOUND x', 'ENOTFOUND')), 'host not found (ENOTFOUND)'],
  [
    'a code that speaks for itself',
    failed(coded('certificate has expired', 'CERT_HAS_EXPIRED')),
    'certificate has expired (CERT_HAS_EXPIRED)'
  ],
  [
    'the limit of a fetch of the caller',
    failed(coded('Headers Timeout Error', 'UND_ERR_HEADERS_TIMEOUT')),
    "no response within undici's headersTimeout, 300 s by default: raise it in the fetch that you pass (UND_ERR_HEADERS_TIMEOUT)"
  ],
  ['a code without words', failed(coded('', 'EPROTO')), 'fetch failed (EPROTO)'],
  ['the outermost of two codes', coded('outer', 'OUTER', coded('inner', 'INNER')), 'outer (OUTER)'],
  ['no code: the innermost words', failed(new Error('connect', { cause: new Error('bad port') })), 'bad port'],
  ['no code, and nothing said inside', failed(new Error('')), 'fetch failed'],
  ['several addresses', failed(new AggregateError([coded('no', 'ECONNREFUSED')])), 'connection refused (ECONNREFUSED)'],
  ['a browser', new TypeError('Failed to fetch'), 'Failed to fetch'],
  ['a cause that is no error', failed('the cable'), 'fetch failed'],
  ['no error at all', 'out of order', 'out of order']
])('%s', (_, fault, reason) => {
  expect(message(fault)).toBe(`GET ${url} failed: ${reason}`)
})

test('a cause that is its own cause ends somewhere', () => {
  const fault = new Error('round')
  fault.cause = fault
  expect(message(fault)).toBe(`GET ${url} failed: round`)
})

test('a URL in the words is redacted as everywhere', () => {
  const secret = 'https://api.example/jobs?token=s3cret'
  expect(message(failed(new Error(`cannot fetch ${secret}`)), secret)).toBe(
    'GET https://api.example/jobs?token=*** failed: cannot fetch https://api.example/jobs?token=***'
  )
})
