import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publicPackages } from '../api/packages.ts'
import { run } from './run.ts'

/** Tarballs by the name of their package. */
export type Tarballs = Readonly<Record<string, string>>

/** Packs every published package of a repository into a folder, as npm would publish it; the packages must have been built. */
export async function packAll(root: string, into: string): Promise<Tarballs> {
  await mkdir(into, { recursive: true })
  const packages = await publicPackages(root)
  const args = packages.flatMap(({ folder }) => ['--workspace', folder])
  const answer = await run('npm', ['pack', '--json', '--pack-destination', into, ...args], { cwd: root })
  const packed: { name: string; filename: string; files: { path: string }[] }[] = Object.values(JSON.parse(answer))
  for (const { name, files } of packed) {
    const strange = files.map(({ path }) => path).filter((path) => !belongs.test(path))
    if (strange.length > 0) throw new Error(`${name} would be published with ${strange.join(', ')}`)
  }
  return Object.fromEntries(packed.map(({ name, filename }) => [name, join(into, filename)]))
}

const belongs = /^(?:(?:LICENSE|README\.md|CHANGELOG\.md|package\.json)|dist\/[\w/.-]+\.(?:js|js\.map|d\.ts))$/

/** A project of a new user: a manifest with one of the packages and `others`, and what npm installs for it. */
export async function freshProject(
  folder: string,
  tarballs: Tarballs,
  name: string,
  others: Readonly<Record<string, string>>
): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = (path = ''): string => `file:${path}`
  // What the package itself needs of the others is packed as well, and in no registry yet.
  const overrides = Object.fromEntries(
    Object.entries(tarballs).flatMap(([other, path]) => (other === name ? [] : [[other, file(path)]]))
  )
  const manifest = {
    private: true,
    type: 'module',
    dependencies: { [name]: file(tarballs[name]), ...others },
    overrides
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: folder })
  return folder
}
