import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The packages that changesets which are not yet released name. */
export async function packagesOfChangesets(folder: string): Promise<ReadonlySet<string>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md') && file !== 'README.md')
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  const names = texts.flatMap((text) => {
    const [, front = ''] = text.split(/^---$/m)
    return [...front.matchAll(/^["']?([^"':\s]+)["']?\s*:\s*(?:major|minor|patch)\s*$/gm)].map(([, name = '']) => name)
  })
  return new Set(names)
}
