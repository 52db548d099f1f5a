import { execFile } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { parseOpenApi } from '../contract/contract.ts'
import type { ContractNode } from '../contract/nodes.ts'
import { type ClientPackage, clients } from '../registry.ts'
import { format } from './main.ts'
import { plannedFiles } from './planned-files.ts'

/** Lines of one part of a client. */
export interface Lines {
  readonly part: string
  /** As `npm run new:client` writes them, and still there. */
  readonly made: number
  /** Written or changed by hand. */
  readonly byHand: number
}

const parts: readonly (readonly [part: string, pattern: RegExp])[] = [
  ['tests and contract suite', /\.test(?:-d)?\.ts$|\/contract\/|\/testing\//],
  ['documentation', /\.md$|^docs\//],
  ['mock', /\/src\/mock\//],
  ['sources', /\/src\//],
  ['manifest, settings and lists', /./]
]

/** How many lines of a client its maintainer wrote, beside those that the command makes today from the same contract. */
export async function countLines({ key, folder, api }: ClientPackage, root: string): Promise<Lines[]> {
  const made = await mkdtemp(join(tmpdir(), 'made-client-'))
  try {
    await makeIn(made, { key, api }, root)
    const own = globSync('**/*', { cwd: join(root, folder), withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .filter((path) => !/\/(?:dist|node_modules|generated|\.turbo)\/|api-report\.md$|LICENSE$/.test(path))
    const lists = globSync(`{release/consumers/*-${key}.ts,docs/${key}.md,docs/tests/*/${key}{,-client}.ts}`, {
      cwd: root
    })
    const counted = await Promise.all(
      [...own, ...lists].map(async (path) => ({ path, ...(await linesOf(path, made, root)) }))
    )
    const partOf = (path: string): string | undefined => parts.find(([, pattern]) => pattern.test(path))?.[0]
    return parts.toReversed().map(([part]) => {
      const those = counted.filter(({ path }) => partOf(path) === part)
      const sum = (name: 'made' | 'byHand'): number => those.reduce((total, one) => total + one[name], 0)
      return { part, made: sum('made'), byHand: sum('byHand') }
    })
  } finally {
    await rm(made, { recursive: true })
  }
}

/** What the command would write, formatted as it formats it. */
async function makeIn(folder: string, { key, api }: Pick<ClientPackage, 'key' | 'api'>, root: string): Promise<void> {
  const text = await readFile(join(root, api.contract), 'utf8')
  const document = parseOpenApi(text, api.contract) as ContractNode
  const files = await plannedFiles({ key, api: api.name, contract: api.contract, text, document }, root)
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  for (const name of ['biome.json', '.gitignore']) await cp(join(root, name), join(folder, name))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  await format(folder, [...files.keys()])
}

/** A comment of a source: documentation, from which the reference is made. */
const comment = /^\s*(?:\/?\*|\/\/)/

/** Lines that are neither empty nor a comment: those that the command made, and the others. */
async function linesOf(path: string, made: string, root: string): Promise<{ made: number; byHand: number }> {
  const counts = (line: string): boolean => line.trim() !== '' && !(path.endsWith('.ts') && comment.test(line))
  const all = (await readFile(join(root, path), 'utf8')).split('\n').filter(counts).length
  const before = join(made, path)
  if (!existsSync(before)) return { made: 0, byHand: all }
  const args = ['diff', '--no-index', '--unified=0', before, join(root, path)]
  const { stdout } = await promisify(execFile)('git', args).catch((failure: { stdout: string }) => failure)
  const added = stdout.split('\n').filter((line) => line.startsWith('+') && !line.startsWith('+++'))
  const byHand = added.filter((line) => counts(line.slice(1))).length
  return { made: all - byHand, byHand }
}

/** Prints the lines of each client that the command can make, or of those that are named. */
if (import.meta.main) {
  const names = process.argv.slice(2)
  for (const client of clients.filter(({ key, api }) => (names.length > 0 ? names.includes(key) : api.mockData))) {
    console.log(client.key)
    console.table(await countLines(client, join(import.meta.dirname, '../..')))
  }
}
