import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './run.ts'

/** Installs what the lock file of a folder says, unless that is there already. */
export async function install(folder: string): Promise<void> {
  const [wanted, installed] = await Promise.all([
    readFile(join(folder, 'package-lock.json'), 'utf8'),
    readFile(join(folder, 'node_modules', '.lock-of-this'), 'utf8').catch(() => undefined)
  ])
  if (wanted === installed) return
  await run('npm', ['ci'], { cwd: folder, timeout: 600_000 })
  await writeFile(join(folder, 'node_modules', '.lock-of-this'), wanted)
}
