import { cp, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Registry } from './registry.ts'
import { run } from './run.ts'

export interface Published {
  readonly name: string
  readonly version: string
  /** What its tarball holds, but for `dist`. */
  readonly files: readonly string[]
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly workspaces?: readonly string[]
}

/**
 * Does with a copy of the repository what a release does: versions it by its changesets, and publishes every public package.
 * The packages must have been built.
 */
export async function publishAll(root: string, copy: string, registry: Registry): Promise<Published[]> {
  await copyForRelease(root, copy)
  const bin = join(root, 'node_modules', '@changesets', 'cli', 'bin.js')
  await run(process.execPath, [bin, 'version'], { cwd: copy })
  const published: Published[] = []
  for (const folder of await publicPackages(copy)) {
    // Provenance needs the identity of a CI run.
    const args = ['publish', '--provenance=false', '--ignore-scripts', '--json']
    const answer = await run('npm', args, { cwd: folder, env: registry.env })
    published.push(described(await manifestOf(folder), answer))
  }
  return published
}

function described({ name, version }: Manifest, answer: string): Published {
  const parsed = JSON.parse(answer) as { files?: { path: string }[] } & Record<string, { files: { path: string }[] }>
  const files = (parsed.files ?? parsed[name]?.files ?? []).map(({ path }) => path)
  if (files.length === 0) throw new Error(`npm does not say what ${name} holds`)
  return { name, version, files: files.filter((path) => !path.startsWith('dist/')).sort() }
}

/** All that versioning and publishing read: manifests, changesets, and the packages as they were built. */
async function copyForRelease(root: string, copy: string): Promise<void> {
  const kept = (source: string): boolean => !/\/(node_modules|\.turbo|\.venv|\.interop)(\/|$)/.test(source)
  await mkdir(copy, { recursive: true })
  const { workspaces = [] } = await manifestOf(root)
  const folders = await Promise.all(workspaces.map((pattern) => foldersOf(root, pattern)))
  for (const path of ['package.json', 'package-lock.json', '.changeset', 'packages']) {
    await cp(join(root, path), join(copy, path), { recursive: true, filter: kept })
  }
  for (const folder of folders.flat()) {
    await cp(join(root, folder, 'package.json'), join(copy, folder, 'package.json'))
  }
}

async function foldersOf(root: string, pattern: string): Promise<string[]> {
  if (!pattern.endsWith('/*')) return [pattern]
  const parent = pattern.slice(0, -2)
  return (await readdir(join(root, parent))).map((name) => `${parent}/${name}`)
}

async function publicPackages(copy: string): Promise<string[]> {
  const folders = (await readdir(join(copy, 'packages'))).map((name) => join(copy, 'packages', name))
  const manifests = await Promise.all(folders.map(manifestOf))
  return folders.filter((_, index) => !manifests[index]?.private)
}

async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
}
