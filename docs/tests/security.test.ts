import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const rows = readFileSync(join(root, 'docs/security.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| threat'))
  .map((line) => line.slice(2, -2).split(' | '))

test('each row has a threat, a guard, a test and how it was taken out', () => {
  expect(rows.length).toBeGreaterThan(40)
  for (const row of rows) expect(row.map((cell) => cell.trim().length > 0)).toEqual([true, true, true, true])
})

test.each(rows.map(([threat = '', , named = '']) => [threat, named]))('%s: its test is there', (_, named) => {
  const [, command] = /^`npm run (\S+)`: /.exec(named) ?? []
  if (command) return expect(scripts).toHaveProperty(command)
  const [, file = '', title = ''] = /^`([^`]+)`: `([^`]+)`$/.exec(named) ?? []
  expect(existsSync(join(root, file)), `${named} names no file`).toBe(true)
  // A title as it stands in the file: of a test, a group of tests, or a case of one.
  const titles = readFileSync(join(root, file), 'utf8').match(/(?<=['"`]).+?(?=['"`][,\]])/g) ?? []
  expect(titles.map((text) => text.trim())).toContain(title)
})

const forms = readFileSync(join(root, 'SECURITY.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| form'))
  .map((line) => line.slice(2).split(' | ')[0] ?? '')
const hiding = readFileSync(join(root, 'packages/client-core/src/redaction/secret-registry.test.ts'), 'utf8')

test('SECURITY.md names the forms in which a secret is found', () => {
  expect(forms.length).toBeGreaterThanOrEqual(10)
})

test.each(forms)('a secret %s: its test is there', (form) => {
  expect(hiding).toMatch(new RegExp(`['"\\[ ]${form}['",]`))
})
