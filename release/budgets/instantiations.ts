import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: false
}

/**
 * How many types the compiler makes of a program; how long it takes is in proportion to it, and it is the same on every
 * machine. Throws where the program does not compile.
 *
 * @param near a folder from which the program's imports are found.
 */
export async function instantiations(source: string, near: string): Promise<number> {
  const folder = await mkdtemp(join(near, '.budget-'))
  try {
    const file = join(folder, 'program.mts')
    await writeFile(file, source)
    const program = ts.createProgram([file], options)
    const problems = ts.getPreEmitDiagnostics(program)
    if (problems.length > 0) throw new Error(ts.formatDiagnostics(problems, host))
    return program.getInstantiationCount()
  } finally {
    await rm(folder, { recursive: true })
  }
}

const host: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: () => tmpdir(),
  getCanonicalFileName: (name) => name,
  getNewLine: () => '\n'
}
