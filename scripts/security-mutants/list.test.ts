import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mutants } from './list.ts'

const root = join(import.meta.dirname, '../..')

test.each(mutants)('the guard $text stands once in $file, and its test is there', ({ file, text, instead, test }) => {
  expect(readFileSync(join(root, file), 'utf8').split(text)).toHaveLength(2)
  expect(instead).not.toBe(text)
  expect(existsSync(join(root, test))).toBe(true)
})
