import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

process.env.RECHECK_SYNC_BACKEND = 'pure' // the same answer on every platform
const { checkSync } = await import('recheck')

/** The patterns that are built at run time, and why that is safe. */
const atRunTime: Readonly<Record<string, string>> = {
  'packages/client-core/src/redaction/secret-finder.ts':
    'made of secrets, character by character; each repetition ends at another character',
  'packages/contract-core/src/client-methods.ts': 'made of the paths of our own contracts; runs in tests',
  'packages/ogc-client/src/schema/convert/pattern-bound.ts':
    'tells whether a server wrote a pattern at all, and matches nothing',
  'packages/typegen/src/safe-names.ts': 'a mark and the digits after it; runs in a tool, on its own text'
}

/** The regular expressions of a source with their lines. Throws if one is built at run time, because it cannot be checked. */
export function patternsIn(text: string, path: string): { pattern: string; place: string }[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: { pattern: string; place: string }[] = []
  const visit = (node: ts.Node): void => {
    const place = `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
    if (ts.isRegularExpressionLiteral(node)) found.push({ pattern: node.text, place })
    const made = ts.isNewExpression(node) || ts.isCallExpression(node) ? node.expression.getText() : ''
    if (made === 'RegExp' && !Object.hasOwn(atRunTime, path))
      throw new Error(`${place} makes a pattern at run time: write it as a literal`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Describes a text that makes a pattern slow, if there is one. */
export function slowness(pattern: string): string | undefined {
  const end = pattern.lastIndexOf('/')
  const answer = checkSync(pattern.slice(1, end), pattern.slice(end + 1), { timeout: 60_000 })
  if (answer.status === 'safe') return undefined
  if (answer.status === 'unknown') return `cannot be checked: ${answer.error.kind}`
  return `${answer.complexity.summary}, by ${answer.attack.pattern}`
}

/** `npm run patterns`: checks every regular expression of every package with recheck, and lists those that are not linear. */
if (import.meta.main) {
  const root = join(import.meta.dirname, '../..')
  const files = globSync('{packages,apps}/*/src/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !/\.test(-d)?\.tsx?$/.test(file)
  )
  const all = files.sort().flatMap((file) => patternsIn(readFileSync(join(root, file), 'utf8'), file))
  for (const pattern of new Set(all.map((one) => one.pattern))) {
    const problem = slowness(pattern)
    if (problem === undefined) continue
    const places = all.filter((one) => one.pattern === pattern).map(({ place }) => place)
    console.error(`${places.join(', ')}: ${pattern} is not linear (${problem})`)
    process.exitCode = 1
  }
  console.log(`${all.length} regular expressions in ${files.length} files checked`)
}
