import { type ClientPackage, clients, type Package, packages } from '../../scripts/registry.ts'

/** What is rehearsed: the clients, and what they are built on. */
export const rehearsed: readonly (Package | ClientPackage)[] = packages.filter(
  ({ kind }) => kind === 'core' || kind === 'client'
)

/** What a package is called in `consumers/`. */
export const keyOf = (one: Package | ClientPackage): string => ('key' in one ? one.key : one.kind)

/** The keys of the clients: of what has a mock. */
export const clientKeys: readonly string[] = clients.map(({ key }) => key)

/** A place where a package must work as it does elsewhere. */
export interface Corner {
  readonly name: string
  /** Installed beside the package. */
  readonly dependencies?: Readonly<Record<string, string>>
  /** Only the packages of these keys have it. */
  readonly only?: readonly string[]
  /** Out of `consumers/`; `x-KEY.ts`, where there is one, becomes `x.ts`. */
  readonly files: readonly string[]
  /** Gives the facts that the consumer's program printed, as JSON; undefined where it only compiles. */
  readonly facts: (project: string, baseUrl: string) => Promise<string | undefined>
}
