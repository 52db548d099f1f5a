import { expect, test } from 'vitest'
import { Secrets } from './secret-registry.ts'

test('a header tells its value, the token after the scheme, and the password of Basic', () => {
  const known = new Secrets()
  known.addHeader('Bearer token-1')
  known.addHeader(`Basic ${btoa('ann:pass:word')}`)
  known.addHeader('Basic ****')
  expect(known.redact(`token-1 ${btoa('ann:pass:word')} pass:word ann`)).toBe('*** *** *** ann')
  known.addHeader(`Basic ${btoa('ann:pass:words')}`)
  expect(btoa('ann:pass:words')).toMatch(/=$/)
  expect(known.redact(`at ${btoa('ann:pass:words').replace(/=+$/, '')}, unpadded`)).toBe('at ***, unpadded')
})

test.each([
  ['a token of a scheme other than Basic is not decoded', `Bearer ${btoa('ann:pass-word')}`, 'pass-word'],
  ['a value of three words has no token after its scheme', 'Digest some token-1', 'token-1'],
  ['a value of one word has no token after its scheme', 'token-1', 'oken-1']
])('%s', (_, value, left) => {
  const known = new Secrets()
  known.addHeader(value)
  expect(known.redact(`${left} ${value}`)).toBe(`${left} ***`)
})

test.each(['ann:pass-1', 'ann:pass-12', 'ann:pass-123', 'ann:?>?>?>'])(
  'Basic of %s is hidden without its padding too',
  (pair) => {
    const known = new Secrets()
    known.addHeader(`Basic ${btoa(pair)}`)
    expect(known.redact(`at ${btoa(pair).replace(/=+$/, '')}, unpadded`)).toBe('at ***, unpadded')
  }
)

test('other headers are secrets if they are named like one', () => {
  const known = new Secrets()
  known.addNamed({
    'x-auth': 'secret-1',
    cookie: 'sid=secret-2',
    authorization: 'Bearer secret-3',
    accept: 'text/html'
  })
  expect(known.redact('secret-1 sid=secret-2 secret-3 text/html')).toBe('*** *** *** text/html')
})
