import ts from 'typescript'
import type { Example } from './extract.ts'
import type { Prelude } from './preludes.ts'

/**
 * An example as a program of its own: its code stands on the lines where it stands in its file, and what it takes for granted
 * is imported on the first line from preludes.
 */
export function programOf({ line, code }: Example, preludes: readonly Prelude[]): string {
  const imports = takenFrom(preludes, code).map(
    ({ name, names }) => `import { ${names.join(', ')} } from '../preludes/${name}.ts';`
  )
  return (imports.join(' ') || 'export {};') + '\n'.repeat(line - 1) + code
}

/** What a program takes from preludes without a word: those that it needs, with the names to import. */
export function takenFrom(preludes: readonly Prelude[], code: string): { name: string; names: readonly string[] }[] {
  const declared = new Set(namesDeclaredBy(code))
  const used = namesUsedBy(code)
  return preludes.flatMap(({ name: prelude, text }) => {
    const taken = exportsOf(text).filter(({ name }) => used.has(name) && !declared.has(name))
    const names = taken.map(({ name, isType }) => (isType ? `type ${name}` : name))
    return names.length > 0 ? [{ name: prelude, names }] : []
  })
}

/** The names that a program speaks of, but for those of members. */
function namesUsedBy(code: string): Set<string> {
  const used = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isNameOfMember(node)) used.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(parse(code))
  return used
}

function isNameOfMember(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name === node
  return ts.isBindingElement(parent) && parent.propertyName === node
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
