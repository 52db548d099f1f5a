import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tarballs } from '../pack.ts'
import { run } from './run.ts'

/** The project of a new user: a manifest with one package and `others`, installed with npm. */
export async function freshProject(
  folder: string,
  tarballs: Tarballs,
  name: string,
  others: Readonly<Record<string, string>>
): Promise<string> {
  await mkdir(folder, { recursive: true })
  // The package's own dependencies come from tarballs too, because no registry has them yet.
  const { [name]: own, ...rest } = Object.fromEntries(
    Object.entries(tarballs).map(([one, path]) => [one, `file:${path}`])
  )
  const manifest = { private: true, type: 'module', dependencies: { [name]: own, ...others }, overrides: rest }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: folder })
  return folder
}
