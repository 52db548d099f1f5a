import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tarballs } from '../pack.ts'
import { run } from './run.ts'

/** A project of a new user: a manifest with one of the packages and `others`, and what npm installs for it. */
export async function freshProject(
  folder: string,
  tarballs: Tarballs,
  name: string,
  others: Readonly<Record<string, string>>
): Promise<string> {
  await mkdir(folder, { recursive: true })
  // What the package itself needs of the others is packed as well, and in no registry yet.
  const { [name]: own, ...rest } = Object.fromEntries(
    Object.entries(tarballs).map(([one, path]) => [one, `file:${path}`])
  )
  const manifest = { private: true, type: 'module', dependencies: { [name]: own, ...others }, overrides: rest }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: folder })
  return folder
}
