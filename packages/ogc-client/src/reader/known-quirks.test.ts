import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { knownQuirks } from './known-quirks.ts'

const src = join(import.meta.dirname, '..')

test.each(knownQuirks.map((quirk) => [quirk.name, quirk] as const))('%s is tested where it says', (_, quirk) => {
  expect(readFileSync(join(src, quirk.test), 'utf8')).toMatch(/^test/m)
  expect([quirk.servers.length > 0, quirk.symptom.length > 0]).toEqual([true, true])
})

test('each quirk is known once', () => {
  expect(new Set(knownQuirks.map(({ name }) => name)).size).toBe(knownQuirks.length)
})

test('the quirks of outputs and of jobs are tested by their names', () => {
  for (const { name, test } of knownQuirks) {
    if (/quirks\.test\.ts$/.test(test)) expect(readFileSync(join(src, test), 'utf8')).toContain(`${name}(`)
  }
})
