import { expect, test } from 'vitest'
import { nearestName, suggestName } from './did-you-mean.ts'

const known = ['baseUrl', 'timeout', 'retry', 'use', 'userName', 'accessToken']

test.each([
  ['baseURL', 'baseUrl'],
  ['base_url', 'baseUrl'],
  ['base-url', 'baseUrl'],
  ['timeOut', 'timeout'],
  ['timout', 'timeout'],
  ['tiemout', 'timeout'],
  ['timeouts', 'timeout'],
  ['accesToken', 'accessToken'],
  ['USE', 'use']
])('%s is near %s', (name, nearest) => {
  expect(nearestName(name, known)).toBe(nearest)
})

test.each(['', 'us', 'url', 'limit', '__proto__', 'x'.repeat(1_000_000)])('%j is near nothing', (name) => {
  expect(nearestName(name, known)).toBeUndefined()
})

test('what is near nothing is told all there is', () => {
  expect(suggestName('limit', ['use', 'clock'])).toBe('expected one of use, clock')
  expect(suggestName('clocks', ['use', 'clock'])).toBe('did you mean "clock"?')
})
