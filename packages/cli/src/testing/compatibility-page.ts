import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const page = join(import.meta.dirname, '../../../../docs/compatibility.md')

/** The verdicts of docs/compatibility.md on a server, by feature; `column` begins the head of its column. */
export async function verdictsOfPage(column: string): Promise<ReadonlyMap<string, string>> {
  const verdicts = new Map<string, string>()
  let at = -1
  for (const line of (await readFile(page, 'utf8')).split('\n')) {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim())
    if (cells[1] === '' || cells[1] === 'feature') at = cells.findIndex((cell) => cell.startsWith(column))
    const [, verdict] = /^\**(yes|partly|no)\b/.exec(cells[at] ?? '') ?? []
    if (cells[1] && verdict) verdicts.set(cells[1], verdict)
  }
  return verdicts
}
