/**
 * Replaces `node:util` in browser tests. They use `inspect` to check whether a secret is visible, so this one shows everything
 * that a console could: hidden fields, symbols, getters, prototypes' getters and causes.
 */
export function inspect(value: unknown): string {
  return show(value, new Set())
}

export { isDeepStrictEqual } from './deep-equal.ts'

function show(value: unknown, seen: Set<object>): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' && typeof value !== 'function') return String(value)
  if (value === null || seen.has(value)) return 'null'
  seen.add(value)
  const custom = customInspect(value)
  if (custom !== undefined) return custom
  const lines = [...entriesOf(value), ...propertiesOf(value)].map(([key, held]) => `${key}: ${show(held, seen)}`)
  return `${Object.prototype.toString.call(value)} { ${lines.join(', ')} }`
}

/** The entries of collections. */
function entriesOf(value: object): [string, unknown][] {
  if (value instanceof Map || value instanceof Set || value instanceof Headers || value instanceof URLSearchParams) {
    return [...value].map((entry, index) => [String(index), entry])
  }
  if (value instanceof URL || value instanceof Date || value instanceof RegExp) return [['text', String(value)]]
  return []
}

/** All properties, own and inherited, except those whose getter throws. */
function propertiesOf(value: object): [string, unknown][] {
  const found: [string, unknown][] = []
  for (let owner: object | null = value; owner && owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
    for (const key of Reflect.ownKeys(owner)) {
      if (key === 'constructor' || (owner !== value && !Object.getOwnPropertyDescriptor(owner, key)?.get)) continue
      try {
        found.push([String(key), Reflect.get(value, key)])
      } catch {}
    }
  }
  return found
}

/** The output of a value's custom inspector, which Node, Deno and Bun call. */
function customInspect(value: unknown): string | undefined {
  const method: unknown = Object(value)[Symbol.for('nodejs.util.inspect.custom')]
  if (typeof method !== 'function') return undefined
  const shown: unknown = method.call(value, 2, {}, inspect)
  return typeof shown === 'string' ? shown : show(shown, new Set())
}
