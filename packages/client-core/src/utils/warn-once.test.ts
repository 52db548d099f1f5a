import { expect, test } from 'vitest'
import { warnOnce } from './warn-once.ts'

test('each warning is passed on once, and of a kind no more than five', () => {
  const told: string[] = []
  const warn = warnOnce((message) => told.push(message))
  for (let i = 0; i < 100; i++) {
    warn('job status', `running ${i} %`)
    warn('left out', 'an entry')
  }
  expect(told).toEqual(['running 0 %', 'an entry', 'running 1 %', 'running 2 %', 'running 3 %', 'running 4 %'])
})
