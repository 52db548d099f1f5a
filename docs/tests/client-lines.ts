import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { countLines } from '../../scripts/new-client/count.ts'
import { clients } from '../../scripts/registry.ts'

const start = '<!-- Made by `npm run docs:pages` from scripts/new-client/count.ts. -->'
const end = '<!-- End of the lines. -->'

/** docs/regenerating.md with the line counts of the clients that `npm run new:client` has made. */
export async function regeneratingPage(root: string): Promise<string> {
  const text = await readFile(join(root, 'docs/regenerating.md'), 'utf8')
  const [before, after] = [text.indexOf(start), text.indexOf(end)]
  if (before < 0 || after < before) throw new Error(`docs/regenerating.md must contain ${start} and ${end}`)
  const made = clients.filter(({ api }) => api.mockData)
  const counted = await Promise.all(made.map((client) => countLines(client, root)))
  const rows = counted.flat().map(({ part, made, byHand }) => `| ${part} | ${made} | ${byHand} |`)
  const table = ['| part | made by the command | by hand |', '|---|---|---|', ...rows].join('\n')
  return `${text.slice(0, before)}${start}\n\n${table}\n\n${text.slice(after)}`
}
