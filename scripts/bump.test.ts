import { expect, test } from 'vitest'
import { allows, bumpBetween, larger, neededFor } from './bump.ts'

test.each([
  ['0.0.0', '0.0.0', 'none'],
  ['0.0.0', '0.1.0', 'minor'],
  ['1.2.3', '1.2.4', 'patch'],
  ['1.9.3', '2.0.0', 'major'],
  ['1.2.3', '1.3.0-next.1', 'minor']
])('from %s to %s is %s', (before, after, bump) => expect(bumpBetween(before, after)).toBe(bump))

test('before 1.0 a minor release may break', () => {
  expect(neededFor('breaking', '0.3.1')).toBe('minor')
  expect(neededFor('added', '0.3.1')).toBe('patch')
  expect(neededFor('breaking', '1.0.0')).toBe('major')
  expect(neededFor('added', '1.0.0')).toBe('minor')
})

test('a larger bump allows what a smaller one does', () => {
  expect(allows('major', 'minor')).toBe(true)
  expect(allows('patch', 'minor')).toBe(false)
  expect(larger('patch', 'minor')).toBe('minor')
  expect(larger(undefined, 'patch')).toBe('patch')
})
