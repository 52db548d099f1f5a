import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Example, examplesOfPage, examplesOfSource } from './extract.ts'

const patterns = ['README.md', 'docs/**/*.md', 'site/start/*.md', 'packages/*/README.md', 'packages/*/src/**/*.ts']
const isLeftOut = (file: string): boolean =>
  /^docs\/reference\/|\/generated\/|\.test(-d)?\.ts$|\/node_modules\//.test(file)

/** Every example of the repository: the `ts` blocks of its pages and the `@example`s of its sources. */
export async function allExamples(root: string): Promise<Example[]> {
  const files: string[] = []
  for await (const file of glob(patterns, { cwd: root })) if (!isLeftOut(file)) files.push(file)
  const examples = await Promise.all(
    files.sort().map(async (file) => {
      const text = await readFile(join(root, file), 'utf8')
      return file.endsWith('.md') ? examplesOfPage(file, text) : examplesOfSource(file, text)
    })
  )
  return examples.flat()
}
