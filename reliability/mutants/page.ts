import { readFile, writeFile } from 'node:fs/promises'
import type { MutatedPart } from './parts.ts'

export interface Counts {
  readonly killed: number
  readonly all: number
  /** In per cent. */
  readonly share: number
}

/** Writes the row of a part into the table of a page, and removes the old row. */
export async function writeRow(path: string, { name, survivors }: MutatedPart, counts: Counts): Promise<void> {
  const page = await readFile(path, 'utf8')
  const row = new RegExp(`^\\| ${name} \\|.*$`, 'm')
  if (!row.test(page)) throw new Error(`${path} has no row for "${name}"`)
  const { killed, all, share } = counts
  await writeFile(
    path,
    page.replace(row, () => `| ${name} | ${all} | ${killed} | ${share} % | ${survivors} |`)
  )
}
