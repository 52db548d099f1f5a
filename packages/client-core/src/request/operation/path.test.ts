import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeError } from '../../testing/make-error.ts'
import { thrown } from '../../testing/rejection.ts'
import { pathSerializer } from './path.ts'

const write = pathSerializer(makeError)
const job = (jobID: unknown): string => write('/jobs/{jobID}', { jobID })

test.each([
  ['plain', '/jobs/plain'],
  [12, '/jobs/12'],
  [0, '/jobs/0'],
  ['a/b', '/jobs/a%2Fb'],
  ['../jobs', '/jobs/..%2Fjobs'],
  ['a b?c#d%2e&e', '/jobs/a%20b%3Fc%23d%252e%26e'],
  ['...', '/jobs/...'],
  ['.a', '/jobs/.a'],
  ['日本é', '/jobs/%E6%97%A5%E6%9C%AC%C3%A9'],
  ['🌍', '/jobs/%F0%9F%8C%8D'],
  ['{jobID}', '/jobs/%7BjobID%7D'],
  ['$&', '/jobs/%24%26']
])('%j becomes %s', (value, expected) => {
  expect(job(value)).toBe(expected)
})

test('every parameter of the template is filled', () => {
  expect(write('https://h/{a}/x/{b}/{a}', { a: 'one', b: 2 })).toBe('https://h/one/x/2/one')
})

test.each([
  ['.', 'a name, not a relative path segment'],
  ['..', 'a name, not a relative path segment'],
  ['%2e', 'a name, not a relative path segment'],
  ['%2E', 'a name, not a relative path segment'],
  ['%2E%2e', 'a name, not a relative path segment'],
  ['.%2e', 'a name, not a relative path segment'],
  ['', 'a non-empty string'],
  [' ', 'a non-empty string'],
  [' \t ', 'a non-empty string'],
  [undefined, 'a non-empty string'],
  [null, 'a non-empty string'],
  [Number.NaN, 'a non-empty string'],
  [Number.POSITIVE_INFINITY, 'a non-empty string'],
  [true, 'a non-empty string'],
  [['a'], 'a non-empty string'],
  [{ toString: () => 'a' }, 'a non-empty string'],
  ['a\0b', 'text without control characters'],
  ['a\nb', 'text without control characters'],
  ['a\u007fb', 'text without control characters'],
  ['a\u0085b', 'text without control characters'],
  ['a\ud800b', 'well-formed text']
])('%j is refused: it must be %s', async (value, expected) => {
  const { code, message } = await thrown(() => job(value))
  expect(code).toBe('invalid-argument')
  expect(message).toContain(`jobID must be ${expected}, got `)
})

test('a parameter that is missing, or named as something every object has, is refused', () => {
  expect(() => write('/jobs/{jobID}', {})).toThrow('jobID must be a non-empty string, got undefined')
  expect(() => write('/jobs/{constructor}', {})).toThrow('constructor must be a non-empty string, got a function')
})

test('whatever the value, it is refused or stays one segment that a URL parser keeps', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('.', '%', '2', 'e', '/', '\\', ' ') })),
      (value) => {
        let path: string
        try {
          path = job(value)
        } catch (error) {
          expect(error).toMatchObject({ code: 'invalid-argument' })
          return
        }
        const { pathname, search, hash } = new URL(`https://h/base${path}`)
        expect([pathname, search, hash]).toEqual([`/base${path}`, '', ''])
        expect(pathname.split('/')).toHaveLength(4)
        expect(decodeURIComponent(pathname.split('/')[3] ?? '')).toBe(value)
      }
    ),
    { seed: 1 }
  )
})

test.each([
  ['/a/{b}c}d', '/a/Bc}d'],
  ['/a{b', '/a{b'],
  ['/a/{}', '/a/{}'],
  ['/a/{{b}}', '/a/{B}'],
  ['/a/}{b}', '/a/}B']
])('of %s only names in braces are filled', (template, path) => {
  expect(write(template, { b: 'B' })).toBe(path)
})
