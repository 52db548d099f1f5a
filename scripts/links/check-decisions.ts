import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Each record in docs/decisions has a number of its own, and docs/README.md links to it. One line for each that has not. */
export async function checkDecisions(root: string): Promise<string[]> {
  const names = (await readdir(join(root, 'docs/decisions'))).filter((name) => name.endsWith('.md')).sort()
  const index = await readFile(join(root, 'docs/README.md'), 'utf8')
  const numberOf = (name: string): string | undefined => /^\d{3}(?=-)/.exec(name)?.[0]
  const numbers = new Set(names.flatMap((name) => numberOf(name) ?? []))
  const unnumbered = names
    .filter((name) => !numberOf(name))
    .map((name) => `docs/decisions/${name}: begins with no number`)
  const shared = [...numbers].flatMap((number) => {
    const holders = names.filter((name) => numberOf(name) === number)
    return holders.length > 1 ? [`docs/decisions: ${holders.join(' and ')} have one number`] : []
  })
  const unlisted = names
    .filter((name) => !index.includes(`](decisions/${name})`))
    .map((name) => `docs/decisions/${name}: docs/README.md does not list it`)
  return [...unnumbered, ...shared, ...unlisted]
}
