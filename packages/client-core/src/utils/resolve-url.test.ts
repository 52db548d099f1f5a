import { expect, test } from 'vitest'
import { resolveLink } from './resolve-url.ts'

test.each([
  ['http://h.example/jobs/1?a=b#c', 'https://h.example/processes', 'https://h.example/jobs/1?a=b#c'],
  ['HTTP://H.example/a', 'https://h.example/', 'https://h.example/a'],
  ['http://h.example:8443/a', 'https://h.example:8443/', 'https://h.example:8443/a'],
  ['//h.example/a', 'https://h.example/b/', 'https://h.example/a'],
  ['../a', 'https://h.example/b/c/d', 'https://h.example/b/a'],
  ['http://other.example/a', 'https://h.example/', 'http://other.example/a'],
  ['http://h.example:8080/a', 'https://h.example/', 'http://h.example:8080/a'],
  ['http://h.example/a', 'http://h.example/', 'http://h.example/a'],
  ['https://h.example/a', 'http://h.example/', 'https://h.example/a'],
  ['s3://h.example/a', 'https://h.example/', 's3://h.example/a'],
  ['http://h.example/a', undefined, 'http://h.example/a'],
  ['http://h.example/a', '', 'http://h.example/a']
])('%s in an answer of %s leads to %s', (href, base, target) => {
  expect(resolveLink(href, base).href).toBe(target)
})

test('what is no URL throws, as URL does', () => {
  expect(() => resolveLink('https://[', 'https://h.example/')).toThrow(TypeError)
  expect(() => resolveLink('a', undefined)).toThrow(TypeError)
})
