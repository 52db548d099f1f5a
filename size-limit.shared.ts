import { builtinModules } from 'node:module'

/** An entry of a package, as it was built, and how large it may be with all that it loads: min+gzip. */
export type Budget = readonly [entry: string, limit: string]

interface Check {
  readonly name: string
  readonly path: string
  readonly import: string
  readonly ignore: readonly string[]
  readonly limit: string
  readonly gzip: true
}

/** What a program brings itself: Node, and the optional peers. */
const ignore = [...builtinModules.map((name) => `node:${name}`), 'msw', '@cfworker/json-schema', 'oauth4webapi']

/** The checks of size-limit for a package: one for each of its entries. */
export const checksOf = (budgets: readonly Budget[]): Check[] =>
  budgets.map(([entry, limit]) => ({ name: entry, path: `dist/${entry}.js`, import: '*', ignore, limit, gzip: true }))
