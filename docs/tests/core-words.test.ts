import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clients } from '../../scripts/registry.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name)

/** Paths below the root, operations whose names are no ordinary words, and error codes of one client. */
const particular = clients.flatMap(({ folder, api }) => [
  ...all(read(api.contract), /^ {2}(\/[^:]+):$/gm),
  ...all(read(api.contract), /operationId: ([a-z]+[A-Z]\w+)$/gm),
  ...all(read(`${folder}/src/errors/error-code.ts`), /^ \* - `([\w-]+)`/gm)
])

/** An example in a docstring is for users, and shows a client. */
const withoutExamples = (text: string): string => text.replace(/^ *\* @example\n(?: *\* .*\n)+/gm, '')

test('client-core names no path, operation or error code of one API', () => {
  expect(particular.length).toBeGreaterThan(30)
  const files = globSync('packages/client-core/src/**/*.ts', { cwd: root, exclude: ['**/*.test*.ts', '**/testing/**'] })
  const found = files.flatMap((file) => {
    const text = withoutExamples(read(file))
    return particular
      .filter((name) => new RegExp(`(?<![\\w/])${name}(?![\\w-])`).test(text))
      .map((name) => [file, name])
  })
  expect(found).toEqual([])
})
