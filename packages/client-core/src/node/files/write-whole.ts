import { randomUUID } from 'node:crypto'
import { realpath, rename, rm } from 'node:fs/promises'

/**
 * Writes a file whole or not at all. `write` fills the file `PATH.ID.part` in the same folder, which then takes the place of the
 * file, so readers see either the old content or the new one. If it fails, the part is removed. Programs that write the same
 * file at the same time do not disturb each other. A symbolic link to a file is kept, and the file is replaced.
 *
 * Resolves with what `write` resolves with, and rejects as it does; an error that names the part names `path` instead.
 */
export async function writeWhole<T>(path: string, write: (part: string) => Promise<T>): Promise<T> {
  const target = await realpath(path).catch(() => path)
  const part = `${target}.${randomUUID().slice(0, 8)}.part`
  try {
    const result = await write(part)
    await rename(part, target)
    return result
  } catch (error) {
    await rm(part, { force: true }).catch(() => {}) // a path that cannot be written to cannot be looked at either
    if (error instanceof Error && 'path' in error && error.path === part) error.path = path
    throw error
  }
}
