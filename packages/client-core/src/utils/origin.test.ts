import { expect, test } from 'vitest'
import { hasOrigin } from './origin.ts'

const origin = 'https://api.example'

test.each([
  [`${origin}/`, true],
  [`${origin}/a?b#c`, true],
  [origin, true],
  [`${origin}?a`, true],
  ['HTTPS://API.example/a', true],
  [`${origin}:443/a`, true],
  ['https://ann@api.example/a', true],
  [`${origin}.evil.example/`, false],
  [`${origin}@evil.example/`, false],
  [`${origin}:8443/`, false],
  ['http://api.example/', false],
  ['data:text/plain,a', false]
])('%s is of the origin: %s', (url, expected) => {
  expect(hasOrigin(url, origin)).toBe(expected)
})
