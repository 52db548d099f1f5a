import { expect, test } from 'vitest'
import { replyOf } from '../testing/reply.ts'
import { isRefusal } from './error-in-success.ts'

const problem = 'application/problem+json'

test.each([
  [{ title: 'Forbidden', status: 403 }, problem, true],
  [{}, problem, true],
  [{ error: 'not allowed' }, 'application/json', true],
  [{ status: 404 }, 'application/json', true],
  [{ error: null, message: 'ok' }, 'application/json', false],
  [{ error: false }, 'application/json', false],
  [{ status: 200 }, 'application/json', false],
  [{ status: 'dismissed' }, 'application/json', false],
  [undefined, 'text/plain', false],
  [[], 'application/json', false]
])('%j as %s takes a success back: %s', (body, type, expected) => {
  expect(isRefusal(replyOf(null, { headers: { 'Content-Type': type } }), body)).toBe(expected)
})
