import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProcessDescription } from '@geoclients/ogc-client'
import ts from 'typescript'
import { afterAll, expect, test } from 'vitest'
import { generateProcessTypes } from './generate.ts'
import { corpusProcesses } from './testing/corpus/index.ts'

/* How many types the compiler makes is the same on every machine, and how long it takes is in proportion to it. */

const folder = await mkdtemp(join(import.meta.dirname, 'testing', 'generated', 'cost-'))
afterAll(() => rm(folder, { recursive: true }))

const options: ts.CompilerOptions = {
  ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true, types: [] },
  ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext },
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.esnext.disposable.d.ts']
}

/** `count` processes with the schemas of the corpus, each of them called once by a client of their types. */
async function costOf(count: number): Promise<number> {
  const descriptions = Array.from({ length: count }, (_, i): ProcessDescription => {
    const { inputs = {}, ...description } = corpusProcesses[i % corpusProcesses.length] as ProcessDescription
    const optional = Object.fromEntries(Object.entries(inputs).map(([id, input]) => [id, { ...input, minOccurs: 0 }]))
    return { ...description, inputs: optional, id: `process-${i}` }
  })
  const file = (name: string): string => join(folder, name)
  await writeFile(file(`processes-${count}.mts`), await generateProcessTypes(descriptions))
  const calls = descriptions.map(({ id }) => `export const r${id.slice(8)} = ogc.run('${id}', { inputs: {} })`)
  const head = `import { OgcClient } from '@geoclients/ogc-client'\nimport type { Processes } from './processes-${count}.mjs'`
  const client = "const ogc = new OgcClient<Processes>({ baseUrl: 'https://h.example' })"
  await writeFile(file(`calls-${count}.mts`), [head, client, ...calls].join('\n'))
  const program = ts.createProgram([file(`calls-${count}.mts`)], options)
  const problems = ts.getPreEmitDiagnostics(program)
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
  return program.getInstantiationCount()
}

test('500 processes cost the compiler little, and in proportion to their number', async () => {
  const [none, few, many] = [await costOf(1), await costOf(100), await costOf(500)]
  const each = (many - none) / 499
  expect(each).toBeLessThan(150)
  expect((many - none) / (few - none)).toBeLessThan(7)
})
