import { expect, test } from 'vitest'
import { redactUrl } from './redact-url.ts'

test('user, password and fragment are left out', () => {
  expect(redactUrl('https://ann:hunter2@api.example/jobs/1?limit=5#token')).toBe('https://api.example/jobs/1?limit=5')
})

test.each([
  'access_token',
  'api-key',
  'X-Amz-Signature',
  'X-Goog-Credential',
  'sig',
  'client_secret',
  'Password',
  'pwd',
  'session',
  'code',
  'jwt',
  'auth',
  'ticket',
  'sid',
  'connect.sid',
  'PHPSESSID',
  'cookie',
  'SAMLResponse',
  'md5',
  'X-Hmac',
  'Policy',
  'hdnts',
  'hdnea',
  'nonce'
])('the value of %s is hidden, the parameter is not', (name) => {
  expect(redactUrl(`https://api.example/a?b=1&${name}=hunter2`)).toBe(`https://api.example/a?b=1&${name}=***`)
})

test.each(['sidebar', 'beside', 'my-hdn', 'my-x-amz-date', 'my-x-goog-date', 'bbox'])(
  'the value of %s is shown',
  (name) => {
    expect(redactUrl(`https://api.example/a?${name}=1`)).toBe(`https://api.example/a?${name}=1`)
  }
)

test('an address without a query has none afterwards', () => {
  expect(redactUrl('https://ann@api.example/a#b')).toBe('https://api.example/a')
  expect(redactUrl('https://api.example/data:1?a=data:1')).toBe('https://api.example/data:1?a=data%3A1')
})

test('values that are kept stay what they are', () => {
  expect(redactUrl('https://api.example/a?bbox=1,2&name=a%26b%3Dc&empty=')).toBe(
    'https://api.example/a?bbox=1%2C2&name=a%26b%3Dc&empty='
  )
})

test.each([
  [`data:application/json;base64,${'A'.repeat(100_000)}`, 'data:application/json'],
  ['DATA:text/plain;charset=utf-8,hunter2', 'data:text/plain'],
  ['data:,hunter2', 'data:'],
  [`data:${'a'.repeat(1_000)}`, `data:${'a'.repeat(100)}`]
])('a data URL is cut to its media type: %.40s', (url, expected) => {
  expect(redactUrl(url)).toBe(expected)
})

test.each([
  ['/jobs?token=hunter2', '/jobs'],
  ['jobs#hunter2', 'jobs'],
  ['http://ann:hunter2@bad[host/a?b', 'http://bad[host/a'],
  ['http://ann:hun@ter2@host:99999/a', 'http://host:99999/a'],
  ['line\nbreak?token=a\nhunter2', 'line\nbreak']
])('of %j, which is no URL, %j is left', (text, expected) => {
  expect(redactUrl(text)).toBe(expected)
})

test('a query of 64 KiB is read, a longer one is not', () => {
  const longest = `?b=${'x'.repeat(64 * 1024 - 3)}`
  expect(redactUrl(`https://h/${longest}`)).toBe(`https://h/${longest}`)
  expect(redactUrl(`https://h/${longest}x`)).toBe('https://h/?***')
})

test('a query without end is hidden as a whole', () => {
  expect(redactUrl(`https://ann:pw@api.example/a?${'b=1&'.repeat(20_000)}token=hunter2#x`)).toBe(
    'https://api.example/a?***'
  )
})
