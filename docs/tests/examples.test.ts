import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { errorsOf } from './compile.ts'
import { allExamples } from './examples.ts'
import type { Example } from './extract.ts'
import { type Mark, notRun, runElsewhere, words } from './known.ts'
import { preludesOf } from './preludes.ts'
import { comparable, promised } from './printed.ts'
import { programOf } from './program.ts'
import { runProgram } from './run.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = join(import.meta.dirname, '.programs') // within the workspace, so that packages are found
await rm(folder, { recursive: true, force: true })
await mkdir(folder)

const examples = await Promise.all(
  (await allExamples(root)).map(async (example) => {
    const path = join(folder, `${example.file.replaceAll('/', '_')}-${example.line}.ts`)
    await writeFile(path, programOf(example, await preludesOf(example.file)))
    return { ...example, path, place: `${example.file}:${example.line}` }
  })
)
const errors = errorsOf(
  examples.map(({ path }) => path),
  join(import.meta.dirname, 'tsconfig.json')
)
const isMarked = ({ file, code }: Example, marks: readonly Mark[]): boolean =>
  marks.some((mark) => mark.file === file && code.includes(mark.text))
const toBeRun = examples.filter((example) => !(example.file in runElsewhere) && !isMarked(example, notRun))

test('there are examples in every place that may have them', () => {
  expect(examples.length).toBeGreaterThan(60)
})

test.each([...notRun, ...words])('$file has one example that says $text', ({ file, text }) => {
  expect(examples.filter((example) => example.file === file && example.code.includes(text))).toHaveLength(1)
})

describe('compiles', () => {
  test.each(examples)('$place', ({ file, path }) => {
    expect((errors.get(path) ?? ['not compiled']).map((error) => `${file}:${error}`)).toEqual([])
  })
})

describe('runs, and prints what it says', () => {
  test.each(toBeRun)('$place', async (example) => {
    const printed = await runProgram(example.path)
    const said = promised(example.code).filter((text) => text !== undefined)
    const expected = said.filter(
      (text) => !words.some((mark) => mark.file === example.file && text.includes(mark.text))
    )
    expect(printed.filter((line) => expected.some((text) => comparable(text) === line))).toEqual(
      expected.map(comparable)
    )
  })
})
