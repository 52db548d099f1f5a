import { dirname } from 'node:path'
import ts from 'typescript'

/** The compiler errors of many programs by program, from one run of the compiler. Each begins with its line. */
export function errorsOf(files: readonly string[], tsconfig: string): ReadonlyMap<string, readonly string[]> {
  const { config } = ts.readConfigFile(tsconfig, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(tsconfig))
  const program = ts.createProgram(files, options)
  const errors = new Map(files.map((file): [string, string[]] => [file, []]))
  for (const { file, start = 0, messageText } of ts.getPreEmitDiagnostics(program)) {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0
    const text = `${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    const own = errors.get(file?.fileName ?? '')
    if (!own) throw new Error(`${file?.fileName}:${text}`)
    own.push(text)
  }
  return errors
}
