import { expect, test } from 'vitest'
import { defineContract } from './define-contract.ts'

const proven: string[] = []

defineContract(
  [{ title: 'An area', features: [{ id: 'one', title: 'A feature', run: async (name) => void proven.push(name) }] }],
  {
    name: 'toy',
    features: {},
    answers: [],
    open: async () => ({ context: 'the context', close: () => void proven.push('closed') })
  },
  async () => []
)

test('each feature has become a test, which ran', () => {
  expect(proven).toEqual(['the context', 'closed'])
})
