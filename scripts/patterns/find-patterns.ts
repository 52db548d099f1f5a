import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

export interface FoundPattern {
  /** `client-core/src/body.ts:88` */
  readonly place: string
  readonly source: string
  readonly flags: string
}

/** Makes a pattern of each secret: `redaction/spellings.test.ts` and `growth.test.ts` look at the work of those. */
const makesPatterns = 'client-core/src/redaction/secret-registry.ts'

/** Every regular expression in the sources of a package that run on what others send: not those that read one's own files. */
export function findPatterns(packages: string, name: string): FoundPattern[] {
  const folder = join(packages, name, 'src')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') &&
      !/\.test(?:-d)?\.ts$|^(?:mock|testing|generated)\/|\/testing\/|^node\/(?!oidc\/)/.test(file)
  )
  return files.sort().flatMap((file) => patternsOf(join(folder, file), packages))
}

function patternsOf(file: string, packages: string): FoundPattern[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: FoundPattern[] = []
  const visit = (node: ts.Node): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
    const place = `${relative(packages, file)}:${line}`
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push({ place, source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    // One that is put together at run time could not be looked at here.
    // A type, or a comparison with the class, makes none.
    const isNew = ts.isNewExpression(node.parent ?? node) || ts.isCallExpression(node.parent ?? node)
    const isMade =
      isNew && ts.isIdentifier(node) && node.text === 'RegExp' && relative(packages, file) !== makesPatterns
    if (isMade) throw new Error(`${place} makes a pattern at run time`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
