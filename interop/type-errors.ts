import { join } from 'node:path'
import ts from 'typescript'

/** The compiler's errors for a file, with the settings of this repository, one line each: `4: message`. */
export function typeErrors(file: string): string[] {
  const base = join(import.meta.dirname, '..', 'tsconfig.base.json')
  const { config } = ts.readConfigFile(base, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, import.meta.dirname)
  const program = ts.createProgram([file], { ...options, noEmit: true, types: [] })
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file: source, start = 0 }) => {
    const line = source?.getLineAndCharacterOfPosition(start).line ?? -1
    return `${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
  })
}
