import ts from 'typescript'

const libraries = new Map<string, ts.SourceFile | undefined>()

/** The errors of a program of one file, by line, counted from 1; compiled in memory, as strictly as a user would. */
export function errorsOf(text: string): ReadonlyMap<number, string> {
  const name = '/program.ts'
  const options: ts.CompilerOptions = {
    ...{ strict: true, noEmit: true, exactOptionalPropertyTypes: true, target: ts.ScriptTarget.ES2022, types: [] },
    lib: ['lib.es2022.d.ts']
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)
  host.getSourceFile = (file, ...rest) => {
    if (file === name) return source
    if (!libraries.has(file)) libraries.set(file, getSourceFile.call(host, file, ...rest))
    return libraries.get(file)
  }
  host.fileExists = (file) => file === name || fileExists.call(host, file)
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram([name], options, host))
  return new Map(
    diagnostics.map(({ start = 0, messageText }) => [
      source.getLineAndCharacterOfPosition(start).line + 1,
      ts.flattenDiagnosticMessageText(messageText, '\n')
    ])
  )
}

/** The kinds of statements at the top of a program. */
export function statementsOf(text: string): ReadonlySet<string> {
  const source = ts.createSourceFile('/program.ts', text, ts.ScriptTarget.ES2022, true)
  return new Set(source.statements.map(({ kind }) => ts.SyntaxKind[kind] ?? ''))
}
