import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bump, isBump, larger } from '../../scripts/bump.ts'

/** The packages that changesets which are not yet released name, each with the largest bump that is asked for it. */
export async function pendingBumps(folder: string): Promise<ReadonlyMap<string, Bump>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md') && file !== 'README.md')
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  const bumps = new Map<string, Bump>()
  for (const text of texts) {
    const [, front = ''] = text.split(/^---$/m)
    for (const [, name = '', bump] of front.matchAll(/^["']?([^"':\s]+)["']?\s*:\s*(\w+)\s*$/gm)) {
      if (isBump(bump)) bumps.set(name, larger(bumps.get(name), bump))
    }
  }
  return bumps
}
