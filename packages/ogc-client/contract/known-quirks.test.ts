import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { knownQuirks } from './known-quirks.ts'

const src = join(import.meta.dirname, '../src')

test.each(knownQuirks.map((quirk) => [quirk.name, quirk] as const))(
  '%s is tested by its name where it says',
  (name, quirk) => {
    const source = readFileSync(join(src, quirk.test), 'utf8')
    const titles = source.match(/^(?:test\('[^']*'|\]\)\('[^']*')/gm) ?? []
    expect(titles.filter((title) => new RegExp(`\\b${name}\\b`).test(title))).not.toEqual([])
    expect([quirk.servers.length > 0, quirk.symptom.length > 0]).toEqual([true, true])
  }
)

test('each quirk is known once', () => {
  expect(new Set(knownQuirks.map(({ name }) => name)).size).toBe(knownQuirks.length)
})
