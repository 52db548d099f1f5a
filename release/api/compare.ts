import ts from 'typescript'

export interface SurfaceChange {
  readonly change: 'breaking' | 'added'
  /** What no longer is as it was, or what is new: `ENTRY: NAME.MEMBER`. */
  readonly names: readonly string[]
}

/**
 * How one report of a public surface differs from a later one; undefined where it does not. Texts are compared, not what they
 * mean: a declaration or member that is written otherwise counts as breaking, also where one more parameter is optional.
 */
export function compareSurfaces(before: string, after: string): SurfaceChange | undefined {
  const [old, current] = [pieces(before), pieces(after)]
  const missing = namesIn(old, current)
  if (missing.length > 0) return { change: 'breaking', names: missing }
  const added = namesIn(current, old)
  return added.length > 0 ? { change: 'added', names: added } : undefined
}

/** The names of the pieces that the other surface has not got. */
function namesIn(these: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] {
  return [...new Set([...these].filter(([piece]) => !others.has(piece)).map(([, name]) => name))]
}

/** Every smallest piece of a surface, with its name. */
function pieces(report: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, entry = '', code = ''] of report.matchAll(/^## (\S+)\n\n```ts\n(.*?)^```$/gms)) {
    const source = ts.createSourceFile('report.ts', code, ts.ScriptTarget.Latest, true)
    for (const statement of source.statements) {
      if (!ts.isImportDeclaration(statement)) cut(statement, `${entry}:`, found)
    }
  }
  return found
}

/** Cuts what has members into them, so that one more member is no change of its owner. */
function cut(node: ts.Node, owner: string, found: Map<string, string>): void {
  const members = membersOf(node)
  const name = `${owner}${owner.endsWith(':') ? ' ' : '.'}${nameOf(node)}`
  const head = members ? node.getText().slice(0, members.pos - node.getStart()) : node.getText()
  found.set(`${name} ${head.replace(/\s+/g, ' ')}`, name)
  for (const member of members ?? []) cut(member, name, found)
}

function membersOf(node: ts.Node): ts.NodeArray<ts.Node> | undefined {
  if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) return node.members
  const type = ts.isPropertySignature(node) || ts.isTypeAliasDeclaration(node) ? node.type : undefined
  return type && ts.isTypeLiteralNode(type) ? type.members : undefined
}

function nameOf(node: ts.Node): string {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.map(nameOf).join(', ')
  if (ts.isExportDeclaration(node)) return node.exportClause?.getText() ?? '*'
  return (node as ts.NamedDeclaration).name?.getText() ?? node.getText()
}
