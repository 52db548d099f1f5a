import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import { declaredImports } from './declared-imports.ts'

test('a module of TypeScript becomes a function, which gets what it imports', async () => {
  const program = compile("import { one } from 'a'\nconst two: number = await one()\n$value(two satisfies number)", [
    'a'
  ])
  const shown: unknown[] = []
  await program(new Map([['a', { one: async () => 1 }]]), (value) => shown.push(value))
  expect([program.imports, shown]).toEqual([['a'], [1]])
})

test('a mistake is told with its place', () => {
  expect(() => compile('const a = 1\nlet = (')).toThrow(/in line 2, column \d+$/)
})

test.each<[string, string[]]>([
  ['console.log("require(\'zzz\')")', []],
  ["import { a } from 'x'\nconst text = `require('zzz')` // require('yyy')\na(text)", ['x']],
  ["import 'x'\nimport y from \"y\"\nimport * as z from 'x'\ny(z)", ['x', 'y']],
  ["import type { T } from 'types'\nconst a: T = 1", []],
  ["export * from 'x'\nexport { b } from 'y'", ['x', 'y']],
  ["const x = await import('lazy')", []]
])('%j imports %j', (code, imports) => expect(compile(code, declaredImports(code)).imports).toEqual(imports))
