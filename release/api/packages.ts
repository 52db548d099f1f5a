import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface PublicPackage {
  readonly name: string
  readonly version: string
  /** Below the root: `packages/NAME`. */
  readonly folder: string
  /** The text of its `package.json`. */
  readonly manifest: string
}

/** The packages of a repository that are published. As in npm, a folder without a manifest is not a package. */
export async function publicPackages(root: string): Promise<PublicPackage[]> {
  const folders = globSync('packages/*/package.json', { cwd: root }).map(dirname).sort()
  const manifests = await Promise.all(folders.map((folder) => readFile(join(root, folder, 'package.json'), 'utf8')))
  return manifests.flatMap((manifest, index) => {
    const { name, version, private: isPrivate } = JSON.parse(manifest)
    return isPrivate ? [] : [{ name, version, folder: folders[index] ?? '', manifest }]
  })
}
