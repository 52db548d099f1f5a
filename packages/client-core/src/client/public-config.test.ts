import { expect, test } from 'vitest'
import { publicConfig } from './public-config.ts'

test('shows the named settings that are given, with the base URL as it was read, and nothing else', () => {
  const options = { baseUrl: 'https://h/a/', timeout: 5, userName: undefined, headers: { 'X-Key': 'hunter2' } }
  expect(publicConfig(options, ['timeout', 'userName', 'baseUrl'], 'https://h/a')).toEqual({
    baseUrl: 'https://h/a',
    timeout: 5
  })
})

test('is frozen to the bottom, and the caller keeps objects of its own', () => {
  const retry = { limit: 1 }
  const config = publicConfig({ retry }, ['retry'], 'https://h')
  retry.limit = 9
  expect(config.retry).toEqual({ limit: 1 })
  expect([Object.isFrozen(config), Object.isFrozen(config.retry)]).toEqual([true, true])
})

test('a list stays a list, of its own', () => {
  const trustedOrigins = ['https://s']
  const config = publicConfig({ trustedOrigins }, ['trustedOrigins'], 'https://h')
  trustedOrigins.push('https://t')
  expect(config.trustedOrigins).toEqual(['https://s'])
  expect(Object.isFrozen(config.trustedOrigins)).toBe(true)
})

test('a setting of false is given', () => {
  expect(publicConfig({ retry: false }, ['retry'], 'https://h')).toEqual({ baseUrl: 'https://h', retry: false })
})
