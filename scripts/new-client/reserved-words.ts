import ts from 'typescript'

/** Whether no variable may have this name: `class`, `await`. Words such as `type` and `of` may. */
export function isReserved(name: string): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true)
  scanner.setText(name)
  const kind = scanner.scan()
  const isKeyword = kind >= ts.SyntaxKind.FirstReservedWord && kind <= ts.SyntaxKind.LastFutureReservedWord
  return isKeyword || ['arguments', 'await', 'eval'].includes(name)
}
