import { join } from 'node:path'
import { expect, test } from 'vitest'
import { TestWorkplace } from '../../scripts/testing/workplace.ts'
import { apiReport } from './report.ts'

test('the declarations of every entry, without words: another when a type changes, the same when words do', async () => {
  const more = (words: string, type: string): string =>
    `/** ${words} */\nexport declare function more(n: ${type}): string;\n`
  const exports = {
    '.': { types: './dist/index.d.ts', default: './dist/index.js' },
    './more': { types: './dist/more.d.ts', default: './dist/more.js' },
    './package.json': './package.json'
  }
  const work = await TestWorkplace.create({
    'a/package.json': { name: '@test/demo', type: 'module', exports },
    'a/dist/index.d.ts': 'interface Hidden { a: 1 }\nexport declare const shown: Hidden;\n',
    'a/dist/more.d.ts': more('Words.', 'number')
  })
  const folder = join(work.root, 'a')
  const report = await apiReport(folder)
  expect(report).toContain('# The public surface of @test/demo')
  expect(report).toMatch(/## @test\/demo\n[^#]*export const shown: Hidden;/)
  expect(report).toMatch(/## @test\/demo\/more\n[^#]*export function more\(n: number\): string;/)
  expect(report).not.toMatch(/Words|undocumented/)
  await work.write('a/dist/more.d.ts', more('Others.', 'number'))
  expect(await apiReport(folder)).toBe(report)
  await work.write('a/dist/more.d.ts', more('Others.', 'string'))
  expect(await apiReport(folder)).not.toBe(report)
})
