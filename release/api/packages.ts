import { glob, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface PublicPackage {
  readonly name: string
  readonly version: string
  /** Below the root: `packages/NAME`. */
  readonly folder: string
}

/** The packages of a repository that are published. A folder without a manifest is none, as npm has it. */
export async function publicPackages(root: string): Promise<PublicPackage[]> {
  const folders: string[] = []
  for await (const manifest of glob('packages/*/package.json', { cwd: root })) folders.push(dirname(manifest))
  const all = await Promise.all(
    folders.sort().map(async (folder) => {
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
