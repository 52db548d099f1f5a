import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const docs = join(import.meta.dirname, '..')
const names = readdirSync(join(docs, 'decisions'))

test('each decision has a number of its own and stands in docs/README.md', () => {
  const numbers = names.map((name) => /^\d{3}(?=-[a-z\d-]+\.md$)/.exec(name)?.[0])
  expect(numbers).not.toContain(undefined)
  expect(new Set(numbers).size).toBe(names.length)
  const index = readFileSync(join(docs, 'README.md'), 'utf8')
  expect(names.filter((name) => !index.includes(`](decisions/${name})`))).toEqual([])
})
