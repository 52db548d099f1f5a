import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface PublicPackage {
  readonly name: string
  readonly version: string
  /** Below the root: `packages/NAME`. */
  readonly folder: string
}

/** The packages of a repository that are published. */
export async function publicPackages(root: string): Promise<PublicPackage[]> {
  const folders = (await readdir(join(root, 'packages'))).map((name) => `packages/${name}`)
  const all = await Promise.all(
    folders.map(async (folder) => {
      const manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'))
      return {
        folder,
        name: String(manifest.name),
        version: String(manifest.version),
        isPrivate: manifest.private === true
      }
    })
  )
  return all.filter(({ isPrivate }) => !isPrivate).map(({ isPrivate: _, ...found }) => found)
}
