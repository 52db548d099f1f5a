import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Api } from '../apis.ts'
import { Failure } from '../failure.ts'

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
}

/** The package that holds an API's generated types, and the published ones that depend on it. */
export async function packagesOf({ out }: Api, root: string): Promise<{ owner: Package; dependents: Package[] }> {
  const names = await readdir(join(root, 'packages'))
  const all = await Promise.all(
    names.map(async (name) => {
      const folder = `packages/${name}`
      const manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8')) as Manifest
      return { folder, manifest }
    })
  )
  const owner = all.find(({ folder }) => out.startsWith(`${folder}/`))
  if (!owner) throw new Failure(`${out} lies in no package`)
  const needsOwner = ({ dependencies = {} }: Manifest): boolean => Object.hasOwn(dependencies, owner.manifest.name)
  return {
    owner: described(owner),
    dependents: all.filter(({ manifest }) => !manifest.private && needsOwner(manifest)).map(described)
  }
}

const described = ({ folder, manifest: { name, version } }: { folder: string; manifest: Manifest }): Package => ({
  folder,
  name,
  version
})
