import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './run.ts'

/** Installs the dependencies of a folder's manifest, unless they are already installed. */
export async function install(folder: string): Promise<void> {
  const marker = join(folder, 'node_modules', '.manifest')
  const [wanted, installed] = await Promise.all([
    readFile(join(folder, 'package.json'), 'utf8'),
    readFile(marker, 'utf8').catch(() => undefined)
  ])
  if (wanted === installed) return
  await run('npm', ['install'], { cwd: folder, timeout: 600_000 })
  await writeFile(marker, wanted)
}
