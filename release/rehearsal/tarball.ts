import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

const beside = ['LICENSE', 'README.md', 'package.json']
const built = /^dist\/[\w/.-]+\.(js|js\.map|d\.ts)$/

/** Says what a package that is unpacked in a folder lacks, or has but should not. */
export async function tarballProblems(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = all
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  const own = files.filter((file) => !file.startsWith('node_modules/'))
  const scripts = own.filter((file) => file.endsWith('.js'))
  const wrongMaps = await Promise.all(scripts.map((script) => mapProblem(folder, script)))
  return [
    ...beside.filter((file) => !own.includes(file)).map((file) => `${file} is missing`),
    ...own.filter((file) => !beside.includes(file) && !built.test(file)).map((file) => `${file} does not belong`),
    ...(scripts.length === 0 ? ['nothing was built'] : []),
    ...wrongMaps.filter((problem) => problem !== undefined)
  ]
}

async function mapProblem(folder: string, script: string): Promise<string | undefined> {
  const code = await readFile(join(folder, script), 'utf8')
  // What only hands on has no line of its own to map.
  if (/^(?:\s*(?:import|export) \{[^}]*\} from "[^"]+";)+\s*$/.test(code)) return undefined
  const text = await readFile(join(folder, `${script}.map`), 'utf8').catch(() => undefined)
  if (text === undefined) return `${script} has no source map`
  const { sources, sourcesContent = [] } = JSON.parse(text) as { sources: string[]; sourcesContent?: unknown[] }
  const complete = sources.length > 0 && sources.every((_, index) => typeof sourcesContent[index] === 'string')
  return complete ? undefined : `${script}.map lacks its sources`
}
