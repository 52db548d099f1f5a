import type { Stats } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Whose a file may be: only the user who runs the program, or the administrator, too. */
export type Owner = 'user' | 'user or root'

/**
 * How somebody else could change a file, in words that follow its path; undefined if nobody else can. Whoever may write to
 * its folder can put another file in its place, but for a folder such as `/tmp`, where only owners may (the sticky bit).
 * Folders further up are not looked at, and on Windows nothing is.
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
