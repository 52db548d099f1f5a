import ts from 'typescript'
import type { Example } from './extract.ts'

/**
 * An example as a program of its own: its code stands on the lines where it stands in its file, and what it takes for granted
 * is imported on the first line from a prelude.
 */
export function programOf({ line, code }: Example, preludePath: string, prelude: string): string {
  const declared = new Set(namesDeclaredBy(code))
  const taken = exportsOf(prelude).filter(({ name }) => !declared.has(name) && new RegExp(`\\b${name}\\b`).test(code))
  const names = taken.map(({ name, isType }) => (isType ? `type ${name}` : name))
  const header = names.length > 0 ? `import { ${names.join(', ')} } from ${JSON.stringify(preludePath)};` : 'export {};'
  return header + '\n'.repeat(line - 1) + code
}

/** The names that the statements of a program bring into it. */
function namesDeclaredBy(code: string): string[] {
  const source = parse(code)
  return source.statements.flatMap((statement): string[] => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) => boundBy(name))
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings
      return bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : []
    }
    const { name } = statement as ts.Statement & { name?: ts.Identifier }
    return name ? [name.text] : []
  })
}

function boundBy(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundBy(element.name) : []))
}

/** What a prelude exports: constants, functions, and what it hands on by name. */
function exportsOf(prelude: string): { name: string; isType: boolean }[] {
  return parse(prelude).statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause
      if (!clause || !ts.isNamedExports(clause)) throw new Error('A prelude names what it exports.')
      return clause.elements.map((element) => ({
        name: element.name.text,
        isType: statement.isTypeOnly || element.isTypeOnly
      }))
    }
    const isExported =
      ts.canHaveModifiers(statement) && statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    return isExported ? namesDeclaredBy(statement.getText()).map((name) => ({ name, isType: false })) : []
  })
}

const parse = (code: string): ts.SourceFile => ts.createSourceFile('program.ts', code, ts.ScriptTarget.Latest, true)
