import { typescriptLanguage } from '@codemirror/lang-javascript'

/**
 * Changes a program so that it shows the value of its last statement, if that is an expression, even one with commas. Earlier
 * lines and columns stay the same.
 */
export function withValue(code: string): string {
  const statements = typescriptLanguage.parser.parse(code).topNode.getChildren('ExpressionStatement')
  const last = statements.at(-1)
  const text = last && code.slice(last.from, last.to).replace(/;$/, '')
  const isLast =
    last &&
    !code
      .slice(last.to)
      .replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '')
      .trim()
  return last && isLast ? `${code.slice(0, last.from)}$value((${text}))${code.slice(last.to)}` : code
}
