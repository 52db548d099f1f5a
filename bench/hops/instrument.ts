import ts from 'typescript'

/**
 * Instruments a module: each function calls `globalThis.entered(file, name)` when it is entered. Line numbers stay the same. The
 * name is `''` if neither the function nor an enclosing one has a name.
 *
 * @param file the name of the module in the reports.
 */
export function instrument(source: string, file: string): string {
  const insertions: [at: number, text: string][] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const report = `globalThis.entered(${JSON.stringify(file)}, ${JSON.stringify(nameOf(node))})`
      if (ts.isBlock(node.body)) insertions.push([startOf(node, node.body), `;${report};`])
      else insertions.push([node.body.getStart(), `(${report}, `], [node.body.getEnd(), ')'])
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS))
  // From the end to the start, so earlier positions stay valid.
  insertions.sort(([a], [b]) => b - a)
  return insertions.reduce((text, [at, added]) => text.slice(0, at) + added + text.slice(at), source)
}

/** After the opening brace; in a constructor after `super(…)`, before which no statement may run. */
function startOf(node: ts.Node, body: ts.Block): number {
  const parent = ts.isConstructorDeclaration(node) && body.statements.find((one) => one.getText().startsWith('super('))
  return parent ? parent.getEnd() : body.getStart() + 1
}

/** The function's name, or the name of what it is assigned to. If it has neither, the name of the enclosing function. */
function nameOf(node: ts.Node): string {
  if (ts.isSourceFile(node)) return ''
  if (ts.isConstructorDeclaration(node)) return 'constructor'
  return (isNamed(node) && node.name?.getText()) || nameOf(node.parent)
}

function isNamed(node: ts.Node): node is ts.NamedDeclaration {
  const holders = [ts.isVariableDeclaration, ts.isPropertyAssignment, ts.isPropertyDeclaration, ts.isFunctionLike]
  return holders.some((holds) => holds(node))
}
