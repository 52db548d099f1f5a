import { typescriptLanguage } from '@codemirror/lang-javascript'
import { transform } from 'sucrase'

export interface Compiled {
  (modules: ReadonlyMap<string, object>, show: (value: unknown) => void): Promise<unknown>
  /** The modules that it imports. */
  readonly imports: readonly string[]
}

type Body = (require: (name: string) => object, exports: object, show: (value: unknown) => void) => Promise<unknown>
const AsyncFunction = (async () => {}).constructor as new (...source: string[]) => Body

/** A module of TypeScript as a function. Lines stay as they are; throws a SyntaxError that says where it is wrong. */
export function compile(code: string): Compiled {
  const text = toJavaScript(code)
  // A text may look like a call of `require`; an import of types alone becomes none.
  const required = new Set([...text.matchAll(/require\('([^']+)'\)/g)].map(([, name]) => name))
  const imports = importedNames(code).filter((name) => required.has(name))
  const body = new AsyncFunction('require', 'exports', '$value', `${text}\n//# sourceURL=program.ts`)
  const run = (modules: ReadonlyMap<string, object>, show: (value: unknown) => void): Promise<unknown> =>
    body((name) => modules.get(name) ?? {}, {}, show)
  return Object.assign(run, { imports })
}

/** The modules that the declarations of a program name, each once. */
function importedNames(code: string): string[] {
  const { topNode } = typescriptLanguage.parser.parse(code)
  const declarations = [...topNode.getChildren('ImportDeclaration'), ...topNode.getChildren('ExportDeclaration')]
  const names = declarations.flatMap((declaration) => declaration.getChildren('String'))
  return [...new Set(names.map(({ from, to }) => code.slice(from + 1, to - 1)))]
}

function toJavaScript(code: string): string {
  try {
    return transform(code, { transforms: ['typescript', 'imports'], preserveDynamicImport: true }).code
  } catch (cause) {
    const { message } = cause as Error
    const [, what, line, column] = /^(?:Error transforming \S+: )?(.*) \((\d+):(\d+)\)$/.exec(message) ?? []
    throw new SyntaxError(what ? `${what}, in line ${line}, column ${column}` : message, { cause })
  }
}
