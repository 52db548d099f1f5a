import { expect, test } from 'vitest'
import { limited } from './limited.ts'

function written(count: number): string[] {
  const shown: string[] = []
  const lines = limited(3, ({ text }) => shown.push(text))
  for (let line = 1; line <= count; line++) lines.add({ kind: 'word', text: String(line) })
  return shown
}

test('all lines up to the limit are shown, and nothing is said', () => {
  expect(written(2)).toEqual(['1', '2'])
  expect(written(3)).toEqual(['1', '2', '3'])
})

test('beyond it one line says so, once', () => {
  const expected = ['1', '2', '3', 'Only the first 3 lines are shown.']
  expect(written(4)).toEqual(expected)
  expect(written(9)).toEqual(expected)
})

test('after a reset there is room again', () => {
  const shown: string[] = []
  const lines = limited(1, ({ text }) => shown.push(text))
  lines.add({ kind: 'word', text: 'a' })
  lines.reset()
  lines.add({ kind: 'word', text: 'b' })
  expect(shown).toEqual(['a', 'b'])
})
