import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The list of all packages. Generation, compatibility, knip, typedoc, builds, budgets, the pages of the docs, browser tests, the
 * rehearsal and its consumers use it. If a package is missing here, registry.test.ts fails.
 */
export interface Package {
  /** Below the root: `packages/NAME` or `apps/NAME`. */
  readonly folder: string
  /**
   * `client`: has a contract, a mock and a contract suite, is rehearsed. `core`: what clients are built on. `tool`: published,
   * runs in Node. `program`: published, a command that exports nothing. `private`: not published; bundled into others, used by
   * tests, or a page.
   */
  readonly kind: 'client' | 'core' | 'tool' | 'program' | 'private'
  /** Entries whose source does not lie where the built file says: `./geojson` to `geojson-io/entry`, below `src/`. */
  readonly sources?: Readonly<Record<string, string>>
}

export interface ClientPackage extends Package {
  readonly kind: 'client'
  /** Its short name: of its mock (`npm run mock:ogc`), its consumers (`use-ogc.ts`), its address in examples. */
  readonly key: string
  readonly api: Omit<Api, 'out'>
  /** Classes and interfaces whose methods docs/api.md lists, by their file below `src/`. */
  readonly classes: Readonly<Record<string, string>>
}

/** An API that types are generated for. Paths are relative to the root of the repository. */
export interface Api {
  readonly name: string
  /** The OpenAPI document: written by hand, unless it says what it is merged from. */
  readonly contract: string
  /**
   * The sources of a merged contract, for a server whose own description is incomplete: the structure of that description, written
   * by `npm run specs:pull`, and an OpenAPI Overlay with the additions and corrections.
   */
  readonly mergedFrom?: { readonly upstream: string; readonly overlay: string }
  /** Folder of the generated files. It may contain nothing else. */
  readonly out: string
  /** Whether a mock is made of the contract's examples: generates what it says and refuses. */
  readonly mockData?: boolean
  /** Schemas whose types are written by hand: name to the module that exports a type of that name, seen from `out`. */
  readonly handwritten: Readonly<Record<string, string>>
}

export const packages: readonly (Package | ClientPackage)[] = [
  { folder: 'packages/client-core', kind: 'core' },
  {
    folder: 'packages/ogc-client',
    kind: 'client',
    key: 'ogc',
    api: {
      name: 'ogc-processes',
      contract: 'specs/ogc-processes/openapi.yaml',
      handwritten: { JsonValue: '../types/json.ts', ProcessInputs: '../types/json.ts' }
    },
    classes: { OgcClient: 'client/ogc-client.ts', Job: 'types/job.ts' }
  },
  {
    folder: 'packages/cas-client',
    kind: 'client',
    key: 'cas',
    api: {
      name: 'cas',
      contract: 'specs/cas/openapi.yaml',
      mergedFrom: { upstream: 'specs/cas/upstream.json', overlay: 'specs/cas/overlay.yaml' },
      handwritten: { JsonValue: '../types/json.ts' }
    },
    classes: { CasClient: 'client/cas-client.ts' },
    sources: { './geojson': 'geojson-io/entry' }
  },
  {
    folder: 'packages/features-client',
    kind: 'client',
    key: 'features',
    api: { name: 'ogc-features', contract: 'specs/ogc-features/openapi.yaml', mockData: true, handwritten: {} },
    classes: { FeaturesClient: 'client/features-client.ts' }
  },
  // `npm run new:client` adds a client here.
  { folder: 'packages/typegen', kind: 'tool' },
  { folder: 'packages/cli', kind: 'program' },
  { folder: 'packages/mock-core', kind: 'private' },
  { folder: 'packages/contract-core', kind: 'private' },
  { folder: 'apps/explorer', kind: 'private' }
]

export const clients: readonly ClientPackage[] = packages.filter((one) => 'api' in one)

export const apis: readonly Api[] = clients.map(({ folder, api }) => ({ ...api, out: `${folder}/src/generated` }))

/** `ogc-client` of `packages/ogc-client`. */
export const folderName = ({ folder }: Package): string => folder.slice(folder.indexOf('/') + 1)

/** The name in its manifest. */
export const packageName = (one: Package): string => `@geoclients/${folderName(one)}`

const root = join(import.meta.dirname, '..')

/** What a package exports, or installs as a program: the built file below `dist/` to its source, both without extension. */
export function entriesOf({ folder, sources = {} }: Package): Record<string, string> {
  const { exports = {}, bin = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  const built = [
    ...Object.entries<{ default?: string }>(exports).map(([name, target]) => [name, target.default] as const),
    ...Object.entries<string>(bin)
  ]
  return Object.fromEntries(
    built.flatMap(([name, file]) => {
      const path = /^(?:\.\/)?dist\/(.+)\.js$/.exec(file ?? '')?.[1]
      return path === undefined ? [] : [[path, sources[name] ?? path]]
    })
  )
}
