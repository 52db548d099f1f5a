import type { Stats } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Who may own a file: only the user who runs the program, or also root. */
export type Owner = 'user' | 'user or root'

/**
 * How somebody else could change a file, as text that follows its path; undefined if nobody else can. Anyone who may write
 * to its folder can replace the file, except in folders with the sticky bit, such as `/tmp`. Folders further up are not
 * checked, and nothing is checked on Windows.
 */
export async function whoCanChange(
  path: string,
  stats: Stats | undefined,
  owner: Owner = 'user'
): Promise<string | undefined> {
  const user = process.getuid?.()
  if (user === undefined || process.platform === 'win32') return undefined
  if (stats && stats.uid !== user && !(owner === 'user or root' && stats.uid === 0)) {
    return `belongs to another user (uid ${stats.uid}): expected uid ${user}`
  }
  if (stats && stats.mode & 0o022) return `can be changed by others (mode ${modeOf(stats)}): chmod go-w ${path}`
  const folder = dirname(await realpath(path).catch(() => path))
  const around = await stat(folder).catch(() => undefined)
  if (!around) return undefined
  if (around.uid !== user && around.uid !== 0) return `is in a folder of another user (uid ${around.uid}): ${folder}`
  const isOpen = around.mode & 0o022 && !(around.mode & 0o1000)
  return isOpen ? `is in a folder that others may write to (mode ${modeOf(around)}): chmod go-w ${folder}` : undefined
}

function modeOf({ mode }: Stats): string {
  return (mode & 0o777).toString(8)
}
