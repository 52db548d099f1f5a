import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ClientPackage, clients, folderName, packageName } from '../../scripts/registry.ts'

interface Check {
  /** The entry below `dist/`, or `only NAME`; with `, at first` for the part that is loaded first. */
  readonly name: string
  readonly path: string
  readonly limit: string
}

const start = '<!-- Made by `npm run docs:pages` from the limits in packages/*/.size-limit.ts. -->'
const end = '<!-- End of the sizes. -->'

/** The README with the table of sizes, from the limits of the packages, which `npm run packages` enforces. */
export async function readmeWithSizes(root: string): Promise<string> {
  const [text, rows] = await Promise.all([
    readFile(join(root, 'README.md'), 'utf8'),
    Promise.all(clients.map((client) => rowsOf(root, client)))
  ])
  const [before, after] = [text.indexOf(start), text.indexOf(end)]
  if (before < 0 || after < before) throw new Error(`README.md must contain ${start} and ${end}`)
  const table = ['| import | at first | everything |', '|---|---|---|', ...rows.flat()].join('\n')
  return `${text.slice(0, before)}${start}\n\n${table}\n\n${text.slice(after)}`
}

/** One row for each entry point that a web page may load. */
async function rowsOf(root: string, client: ClientPackage): Promise<string[]> {
  const { default: checks }: { default: Check[] } = await import(join(root, client.folder, '.size-limit.ts'))
  const [main = ''] = Object.keys(client.classes)
  const limitOf = (name: string): string => checks.find((check) => check.name === name)?.limit ?? ''
  const entries = checks.filter(({ name }) => name.endsWith('index') && !/^(?:mock|node)\//.test(name))
  const first = limitOf(`only ${main}, at first`)
  if (first === '') throw new Error(`${folderName(client)} has no limit for what is loaded at first`)
  return entries.map(({ name, limit }) => {
    const path = name === 'index' ? '' : `/${name.replace('/index', '')}`
    return `| \`${packageName(client)}${path}\` | ${path === '' ? first : ''} | ${limit} |`
  })
}
