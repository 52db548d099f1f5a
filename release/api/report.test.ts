import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { apiReport } from './report.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'surface-'))
  await mkdir(join(folder, 'dist'))
  const exports = {
    '.': { types: './dist/index.d.ts', default: './dist/index.js' },
    './more': { types: './dist/more.d.ts', default: './dist/more.js' },
    './package.json': './package.json'
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: '@test/demo', type: 'module', exports }))
  await writeFile(join(folder, 'dist/index.d.ts'), 'interface Hidden { a: 1 }\nexport declare const shown: Hidden;\n')
  await writeFile(join(folder, 'dist/more.d.ts'), '/** Words. */\nexport declare function more(n: number): string;\n')
})
afterEach(() => rm(folder, { recursive: true }))

test('has the declarations of every entry, without words', async () => {
  const report = await apiReport(folder)
  expect(report).toContain('# The public surface of @test/demo')
  expect(report).toMatch(/## @test\/demo\n[^#]*export const shown: Hidden;/)
  expect(report).toMatch(/## @test\/demo\/more\n[^#]*export function more\(n: number\): string;/)
  expect(report).not.toContain('Words')
  expect(report).not.toContain('undocumented')
})

test('is another when a type changes, and the same when words do', async () => {
  const before = await apiReport(folder)
  await writeFile(join(folder, 'dist/more.d.ts'), '/** Others. */\nexport declare function more(n: number): string;\n')
  expect(await apiReport(folder)).toBe(before)
  await writeFile(join(folder, 'dist/more.d.ts'), 'export declare function more(n: string): string;\n')
  expect(await apiReport(folder)).not.toBe(before)
})
