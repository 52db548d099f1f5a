import { type ClientPackage, clients, type Package, packages } from '../../scripts/registry.ts'

/** The rehearsed packages: the clients and client-core. */
export const rehearsed: readonly (Package | ClientPackage)[] = packages.filter(
  ({ kind }) => kind === 'core' || kind === 'client'
)

/** What a package is called in `consumers/`. */
export const keyOf = (one: Package | ClientPackage): string => ('key' in one ? one.key : one.kind)

/** The keys of the clients: of what has a mock. */
export const clientKeys: readonly string[] = clients.map(({ key }) => key)

/** An environment in which a package must work. */
export interface Corner {
  readonly name: string
  /** Installed in addition to the package. */
  readonly dependencies?: Readonly<Record<string, string>>
  /** Only the packages of these keys have it. */
  readonly only?: readonly string[]
  /** Files from `consumers/`. If there is a `x-KEY.ts`, it becomes `x.ts`. */
  readonly files: readonly string[]
  /** The JSON that the consumer's program printed; undefined if it only compiles. */
  readonly facts: (project: string, baseUrl: string) => Promise<string | undefined>
}
