import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

/** Contents by path from the root, with `/`. */
export type Files = ReadonlyMap<string, string>

export interface Drift {
  readonly path: string
  readonly state: 'stale' | 'missing' | 'surplus'
}

/** What {@link mend} does about a state, in the past tense. */
export const done = { stale: 'updated', missing: 'written', surplus: 'removed' } as const

/** How the wanted files differ from those on disk; nothing else may lie in `folders`. */
export async function drift(root: string, folders: readonly string[], wanted: Files): Promise<Drift[]> {
  const found = (await Promise.all(folders.map((folder) => list(root, folder)))).flat()
  const surplus = found.filter((path) => !wanted.has(path)).map((path): Drift => ({ path, state: 'surplus' }))
  const rest = await Promise.all(
    [...wanted].map(async ([path, content]): Promise<Drift[]> => {
      const there = await unlessAbsent(() => readFile(join(root, path), 'utf8'))
      if (there === undefined) return [{ path, state: 'missing' }]
      return there === content ? [] : [{ path, state: 'stale' }]
    })
  )
  return [...rest.flat(), ...surplus].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Mends what {@link drift} found. */
export async function mend(root: string, drifts: readonly Drift[], wanted: Files): Promise<void> {
  for (const { path } of drifts) {
    const content = wanted.get(path)
    const file = join(root, path)
    if (content === undefined) {
      await rm(file)
    } else {
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, content)
    }
  }
}

async function list(root: string, folder: string): Promise<string[]> {
  const entries =
    (await unlessAbsent(() => readdir(join(root, folder), { recursive: true, withFileTypes: true }))) ?? []
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

/** Undefined where there is no such file or folder. */
async function unlessAbsent<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
