import { allExamples } from '../../docs/tests/examples.ts'
import type { Example } from '../../docs/tests/extract.ts'
import { notRun, runElsewhere } from '../../docs/tests/known.ts'
import { preludesOf } from '../../docs/tests/preludes.ts'
import { takenFrom } from '../../docs/tests/program.ts'
import { idOf, type RunnableExample } from './runnable-example.ts'

/** Modules that need Node, or that compile code. */
const notInPages = /from '(?:node:|msw|@geoclients\/(?:[\w-]+\/(?:mock\/)?(?:node|msw)|typegen)')/

/** The examples that the docs tests run, except those that only Node can run. */
export async function runnableExamples(root: string): Promise<RunnableExample[]> {
  const found = new Map<string, RunnableExample>()
  for (const example of await allExamples(root)) {
    const runnable = isRun(example) ? await asProgram(example) : undefined
    if (runnable && !found.has(runnable.id)) found.set(runnable.id, runnable)
  }
  return [...found.values()]
}

const isRun = ({ file, code }: Example): boolean =>
  !(file in runElsewhere) && !notRun.some((mark) => mark.file === file && code.includes(mark.text))

async function asProgram({ file, code }: Example): Promise<RunnableExample | undefined> {
  const preludes = await preludesOf(file)
  const taken = takenFrom(preludes, code)
  if (notInPages.test(code) || taken.some(({ name }) => name.endsWith('-node'))) return undefined
  const header = taken.map(({ names }) => `import { ${names.join(', ')} } from './given'\n\n`).join('')
  return { id: idOf(code), file, code: header + code, given: preludes[0]?.name ?? '' }
}
