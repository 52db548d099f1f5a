import { expect, test } from 'vitest'
import { securityChanges } from './security.ts'

type Security = readonly object[]

/** An API with one operation, of which the security of the whole and its own are given. */
const api = (all?: Security, own?: Security): object => ({
  ...(all && { security: all }),
  paths: { '/health': { get: { ...(own && { security: own }), responses: {} } } }
})

const key = { key: [] }
const login = { login: ['read'] }

test.for<[what: string, before: object, after: object, found: readonly string[]]>([
  [
    'its own exception is gone',
    api([key], []),
    api([key]),
    ['breaking GET /health none is no longer accepted', 'added GET /health key was added']
  ],
  [
    'an exception is made',
    api([key]),
    api([key], []),
    ['cosmetic GET /health key was removed', 'added GET /health none was added']
  ],
  [
    'the whole API asks for a key',
    api(),
    api([key]),
    ['breaking The API none is no longer accepted', 'added The API key was added']
  ],
  ['nobody inherits what changed', api([key], [login]), api([{}], [login]), []],
  [
    'another scope is needed',
    api([login]),
    api([{ login: ['read', 'write'] }]),
    ['breaking The API login (read) is no longer accepted', 'added The API login (read, write) was added']
  ],
  [
    'two schemes are needed',
    api([key]),
    api([{ ...key, ...login }]),
    ['breaking The API key is no longer accepted', 'added The API key + login (read) was added']
  ],
  ['what was inherited is said', api([{}, key]), api([{}, key], [key, {}]), []],
  ['an empty list is as good as an empty requirement', api([key], []), api([key], [{}]), []]
])('%s', ([, before, after, found]) => {
  const lines = securityChanges(before, after).map(
    ({ rating, subject, text }) => `${rating} ${subject} ${text.replace(/Security requirement `(.*)` (.*)\./, '$1 $2')}`
  )
  expect(lines).toEqual(found)
})

test('a path whose parameter has another name is the same', () => {
  const at = (path: string, security: Security): object => ({ paths: { [path]: { get: { security, responses: {} } } } })
  expect(securityChanges(at('/a/{x}', [{}]), at('/a/{y}', [key])).map(({ subject }) => subject)).toEqual([
    'GET /a/{y}',
    'GET /a/{y}'
  ])
})
