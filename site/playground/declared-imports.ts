import { typescriptLanguage } from '@codemirror/lang-javascript'

/** The modules that the declarations of a program name, each once. */
export function declaredImports(code: string): string[] {
  const { topNode } = typescriptLanguage.parser.parse(code)
  const declarations = [...topNode.getChildren('ImportDeclaration'), ...topNode.getChildren('ExportDeclaration')]
  const names = declarations.flatMap((declaration) => declaration.getChildren('String'))
  return [...new Set(names.map(({ from, to }) => code.slice(from + 1, to - 1)))]
}
