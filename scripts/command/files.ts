import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { Failure, reasonOf } from './failure.ts'

/** Contents by path from the root, with `/`. */
export type Files = ReadonlyMap<string, string>

export interface Drift {
  readonly path: string
  readonly state: 'stale' | 'missing' | 'surplus'
}

const done = { stale: 'updated', missing: 'written', surplus: 'removed' } as const

/** The differences between the wanted files and those on disk. `folders` may contain no other files. */
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

/**
 * Fixes the differences that {@link drift} found. Throws a {@link Failure} if a file cannot be written.
 *
 * @returns what was done, for each file: `specs/cas/openapi.yaml updated`.
 */
export async function mend(
  root: string,
  drifts: readonly Drift[],
  wanted: Files,
  signal?: AbortSignal
): Promise<string[]> {
  for (const { path } of drifts) {
    signal?.throwIfAborted()
    await mendOne(join(root, path), wanted.get(path)).catch((cause) => {
      throw new Failure(`${path} cannot be written (${reasonOf(cause)})`, { cause })
    })
  }
  return drifts.map(({ path, state }) => `${path} ${done[state]}`)
}

async function mendOne(file: string, content: string | undefined): Promise<void> {
  if (content === undefined) return rm(file)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}

async function list(root: string, folder: string): Promise<string[]> {
  const entries =
    (await unlessAbsent(() => readdir(join(root, folder), { recursive: true, withFileTypes: true }))) ?? []
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

/** Undefined if there is no such file or folder. */
export async function unlessAbsent<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** A file at a commit, tag or branch; undefined if it did not exist. Throws a {@link Failure} if the ref does not exist. */
export async function fileAt(root: string, ref: string, path: string): Promise<string | undefined> {
  // A ref that begins with a dash would be read as an option.
  if (ref.startsWith('-')) throw new Failure(`${ref} is not a commit, tag or branch`)
  try {
    const git = async (...args: string[]): Promise<string> =>
      (await promisify(execFile)('git', args, { cwd: root, maxBuffer: 2 ** 26 })).stdout
    if ((await git('ls-tree', '--name-only', ref, '--', path)) === '') return undefined
    return await git('show', `${ref}:${path}`)
  } catch (cause) {
    const { stderr = '' } = cause as { stderr?: string }
    throw new Failure(`${path} cannot be read at ${ref} (${stderr.trim() || 'git did not run'})`, { cause })
  }
}
