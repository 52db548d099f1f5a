/** The packages, by what they are called here. */
export const keys = ['core', 'ogc', 'cas'] as const
export type PackageKey = (typeof keys)[number]

export const nameOf = (key: PackageKey): string => `@geoclients/${key === 'core' ? 'client-core' : `${key}-client`}`

/** A place where a package must work as it does elsewhere. */
export interface Corner {
  readonly name: string
  /** Installed beside the package. */
  readonly dependencies?: Readonly<Record<string, string>>
  /** Only these packages have it. */
  readonly only?: readonly PackageKey[]
  /** Out of `consumers/`; `x-KEY.ts`, where there is one, becomes `x.ts`. */
  readonly files: readonly string[]
  /** Gives the facts that the consumer's program printed, as JSON; undefined where it only compiles. */
  readonly facts: (project: string, baseUrl: string) => Promise<string | undefined>
}
