import { expect, test } from 'vitest'
import { compile } from './compile.ts'

test('a module of TypeScript becomes a function, which gets what it imports', async () => {
  const program = compile("import { one } from 'a'\nconst two: number = await one()\n$value(two satisfies number)")
  const shown: unknown[] = []
  await program(new Map([['a', { one: async () => 1 }]]), (value) => shown.push(value))
  expect([program.imports, shown]).toEqual([['a'], [1]])
})

test('a mistake is told with its place', () => {
  expect(() => compile('const a = 1\nlet = (')).toThrow(/in line 2, column \d+$/)
})
