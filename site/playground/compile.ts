import { transform } from 'sucrase'

export interface Compiled {
  (modules: ReadonlyMap<string, object>, show: (value: unknown) => void): Promise<unknown>
  /** The modules that it imports. */
  readonly imports: readonly string[]
}

type Body = (require: (name: string) => object, exports: object, show: (value: unknown) => void) => Promise<unknown>
const AsyncFunction = (async () => {}).constructor as new (...source: string[]) => Body

/**
 * Makes a function from a TypeScript module that imports `declared`. Line numbers stay the same. Throws a SyntaxError that names
 * the place of a mistake.
 */
export function compile(code: string, declared: readonly string[] = []): Compiled {
  const text = toJavaScript(code)
  // A text may look like a call of `require`, and an import of types disappears.
  const required = new Set([...text.matchAll(/require\('([^']+)'\)/g)].map(([, name]) => name))
  const imports = declared.filter((name) => required.has(name))
  const body = new AsyncFunction('require', 'exports', '$value', `${text}\n//# sourceURL=program.ts`)
  const run = (modules: ReadonlyMap<string, object>, show: (value: unknown) => void): Promise<unknown> =>
    body((name) => modules.get(name) ?? {}, {}, show)
  return Object.assign(run, { imports })
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
