import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Registry } from './registry.ts'
import { run } from './run.ts'

/** A project of a new user: a manifest with `dependencies`, and what npm installs for it. */
export async function freshProject(
  folder: string,
  registry: Registry,
  dependencies: Readonly<Record<string, string>>
): Promise<string> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }))
  await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: folder, env: registry.env })
  return folder
}
