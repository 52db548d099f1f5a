import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface PublicPackage {
  readonly name: string
  readonly version: string
  /** Below the root: `packages/NAME`. */
  readonly folder: string
}

/** The packages of a repository that are published. A folder without a manifest is none, as npm has it. */
export async function publicPackages(root: string): Promise<PublicPackage[]> {
  const folders = globSync('packages/*/package.json', { cwd: root }).map(dirname).sort()
  const manifests = await Promise.all(folders.map((folder) => readFile(join(root, folder, 'package.json'), 'utf8')))
  return manifests.flatMap((text, index) => {
    const { name, version, private: isPrivate } = JSON.parse(text)
    return isPrivate ? [] : [{ name, version, folder: folders[index] ?? '' }]
  })
}
