import { builtinModules } from 'node:module'

/**
 * An entry of a package, as it was built, and how large a program may be that imports it: min+gzip, with all that it loads,
 * or with what it loads first. The program imports everything, or only what is named.
 */
export type Budget = readonly [entry: string, limit: string, only?: string, when?: 'at first']

interface Check {
  readonly name: string
  readonly path: string
  readonly import: string
  readonly ignore: readonly string[]
  readonly limit: string
  /** The chunks that count, with what they import; all of them where there is none. */
  readonly entry?: readonly string[]
  readonly gzip: true
}

/** What a program brings itself: Node, and the optional peers. */
const ignore = [...builtinModules.map((name) => `node:${name}`), 'msw', '@cfworker/json-schema', 'oauth4webapi', 'yaml']

/** The checks of size-limit for a package: one for each of its budgets. */
export const checksOf = (budgets: readonly Budget[]): Check[] =>
  budgets.map(([entry, limit, only, when]) => ({
    name: `${only === undefined ? entry : `only ${only}`}${when ? `, ${when}` : ''}`,
    path: `dist/${entry}.js`,
    import: only === undefined ? '*' : `{ ${only} }`,
    ignore,
    limit,
    ...(when && { entry: ['index'] }), // what size-limit calls its program
    gzip: true
  }))
