import { join } from 'node:path'
import ts from 'typescript'

/** What {@link checkTypes} is told, as JSON in the only argument of this program. */
export interface Check {
  readonly root: string
  /** Folders with a tsconfig.json. */
  readonly folders: readonly string[]
  /** Sources that stand for modules, so that nothing has to be built: name to absolute path. */
  readonly sources: Readonly<Record<string, string>>
}

const format: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => '\n'
}

/** What does not compile in each folder, as tsc writes it. Throws where a folder cannot be checked at all. */
function checkTypes({ root, folders, sources }: Check): string {
  const paths = Object.fromEntries(Object.entries(sources).map(([name, file]) => [name, [file]]))
  return folders.map((folder) => ts.formatDiagnostics(errorsOf(join(root, folder), paths), format)).join('')
}

function errorsOf(folder: string, paths: Record<string, string[]>): readonly ts.Diagnostic[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(folder, 'tsconfig.json'),
    { noEmit: true, paths },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: refuse }
  )
  if (!config) throw new Error(`${folder} has no tsconfig.json`)
  config.errors.forEach(refuse)
  const program = ts.createProgram({ rootNames: config.fileNames, options: config.options })
  program.getOptionsDiagnostics().forEach(refuse)
  // What is wrong in a source that is used here is reported where it lies.
  return ts.getPreEmitDiagnostics(program).filter(({ file }) => file?.fileName.startsWith(`${folder}/`))
}

function refuse(diagnostic: ts.Diagnostic): void {
  throw new Error(ts.formatDiagnostic(diagnostic, format).trimEnd())
}

if (import.meta.main) process.stdout.write(checkTypes(JSON.parse(process.argv[2] ?? '')))
