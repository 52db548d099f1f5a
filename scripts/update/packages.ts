import { access, glob } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Api } from '../apis.ts'
import { parseMap, readText } from '../documents.ts'
import { Failure } from '../failure.ts'
import type { Check } from './check-types.ts'

/** A package of the repository that is published. */
export interface Package {
  readonly name: string
  readonly version: string
  readonly folder: string
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly exports?: Readonly<Record<string, string | { readonly types?: string }>>
}

interface Workspace {
  readonly folder: string
  readonly manifest: Manifest
}

export interface Packages {
  /** The package that holds an API's generated types. */
  readonly owner: Package
  /** The published ones that depend on it. */
  readonly dependents: readonly Package[]
  /** Where types may not compile any more: in the package, and in every workspace that uses it. */
  readonly check: Check
}

export async function packagesOf({ out }: Api, root: string): Promise<Packages> {
  const all = await workspaces(root)
  const owner = all.find(({ folder }) => out.startsWith(`${folder}/`))
  if (!owner) throw new Failure(`${out} lies in no package`)
  const needsOwner = (dependencies: object = {}): boolean => Object.hasOwn(dependencies, owner.manifest.name)
  const users = all.filter(({ manifest }) => needsOwner(manifest.dependencies) || needsOwner(manifest.devDependencies))
  const published = users.filter(({ manifest }) => !manifest.private && needsOwner(manifest.dependencies))
  return {
    owner: described(owner),
    dependents: published.map(described),
    check: { root, folders: await withTypes(root, [owner, ...users]), sources: sourcesOf(owner, root) }
  }
}

async function workspaces(root: string): Promise<Workspace[]> {
  const { workspaces: patterns } = await manifestAt(root, '.')
  const folders: string[] = []
  for await (const file of glob(
    (patterns ?? []).map((pattern) => `${pattern}/package.json`),
    { cwd: root }
  )) {
    folders.push(dirname(file))
  }
  return Promise.all(folders.sort().map(async (folder) => ({ folder, manifest: await manifestAt(root, folder) })))
}

async function manifestAt(
  root: string,
  folder: string
): Promise<Manifest & { readonly workspaces?: readonly string[] }> {
  const path = join(folder, 'package.json')
  return parseMap(await readText(root, path), path) as unknown as Manifest
}

async function withTypes(root: string, found: readonly Workspace[]): Promise<string[]> {
  const folders = await Promise.all(
    found.map(async ({ folder }) => {
      const isThere = await access(join(root, folder, 'tsconfig.json')).then(
        () => true,
        () => false
      )
      return isThere ? [folder] : []
    })
  )
  return folders.flat()
}

/** What is built to `dist` has its source at the same place in `src`. */
function sourcesOf({ folder, manifest: { name, exports = {} } }: Workspace, root: string): Record<string, string> {
  const entries = Object.entries(exports).flatMap(([entry, target]) => {
    const types = typeof target === 'string' ? undefined : target.types
    const source = types?.replace('./dist/', 'src/').replace(/\.d\.ts$/, '.ts')
    return source ? [[name + entry.slice(1), join(root, folder, source)]] : []
  })
  return Object.fromEntries(entries)
}

const described = ({ folder, manifest: { name, version } }: Workspace): Package => ({ folder, name, version })
