import ts from 'typescript'
import type { Example } from './extract.ts'
import type { Prelude } from './preludes.ts'

/**
 * Makes a program of an example. Its code keeps its line numbers. Its first line imports the names that it uses and does not
 * define from preludes.
 */
export function programOf({ line, code }: Example, preludes: readonly Prelude[]): string {
  const imports = takenFrom(preludes, code).map(
    ({ name, names }) => `import { ${names.join(', ')} } from '../preludes/${name}.ts';`
  )
  return (imports.join(' ') || 'export {};') + '\n'.repeat(line - 1) + code
}

/** The names that a program takes from preludes, as imports. */
export function takenFrom(preludes: readonly Prelude[], code: string): { name: string; names: readonly string[] }[] {
  const declared = new Set(namesDeclaredBy(code))
  const used = namesUsedBy(code)
  return preludes.flatMap(({ name: prelude, text }) => {
    const taken = exportsOf(text).filter(({ name }) => used.has(name) && !declared.has(name))
    const names = taken.map(({ name, isType }) => (isType ? `type ${name}` : name))
    return names.length > 0 ? [{ name: prelude, names }] : []
  })
}

/** The names that a program uses, without those of members. */
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

/** The names that the statements of a program define. */
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

/** The exports of a prelude: constants, functions, and re-exports by name. */
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
