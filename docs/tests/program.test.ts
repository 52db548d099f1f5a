import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { errorsOf } from './compile.ts'
import { programOf } from './program.ts'

const prelude =
  "export { type A, b } from 'x'\nexport const [c, d] = [1, 2]\nexport function e() {}\nconst hidden = 1\n"
const node = { name: 'q', text: "export { f } from 'node:x'\n" }
const program = (code: string, line = 3): string =>
  programOf({ file: 'page.md', line, code }, [{ name: 'p', text: prelude }, node])

test('code stands on its own lines, behind what it takes for granted', () => {
  expect(program('e(b, c as A)\n')).toBe("import { type A, b, c, e } from '../preludes/p.ts';\n\ne(b, c as A)\n")
  expect(program('f(b)\n', 1)).toMatch(/^import { b } from .*p.ts'; import { f } from .*q.ts';f/)
  expect(program('hidden()\n', 1)).toBe('export {};hidden()\n')
})

test('what an example declares is not taken from elsewhere', () => {
  expect(program("import { b } from 'y'\nconst { c, x: [d] } = b\ne(c, d)\n")).toMatch(/^import { e } from/)
})

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(import.meta.dirname, '.program-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('a broken example is named with its line', async () => {
  const [right, wrong] = [join(folder, 'right.ts'), join(folder, 'wrong.ts')]
  await writeFile(right, program('const a: number = 1\n', 7))
  await writeFile(wrong, program('const a = 1\nconst b: string = a\n', 7))
  const errors = errorsOf([right, wrong], join(import.meta.dirname, 'tsconfig.json'))
  expect(errors.get(right)).toEqual([])
  expect(errors.get(wrong)).toEqual(["8: Type 'number' is not assignable to type 'string'."])
})
