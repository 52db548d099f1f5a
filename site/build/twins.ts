import { cp, glob, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pagesFolder } from './folders.ts'
import type { Entry, Group } from './navigation.ts'

/** A page as plain Markdown, without the parts that only the generator reads. */
export function plainMarkdown(text: string): string {
  const [, matter = '', body = ''] = /^(?:---\n(.*?)\n---\n)?(.*)$/s.exec(text) ?? []
  const [, name, title, tagline] = /^ {2}name: (.*)\n {2}text: (.*)\n {2}tagline: (.*)$/m.exec(matter) ?? []
  const plain = body.replace(/^(#+ .*?) \{#[^}]+\}$/gm, '$1').replace(/^<[A-Z]\w* ?\/>\n/gm, '')
  return (name ? `# ${name}: ${title}\n\n${tagline}\n\n` : '') + plain.trimStart()
}

/** Writes the Markdown of each page next to it, and the list of all useful pages to `llms.txt`. */
export async function writeTwins(site: string, groups: readonly Group[]): Promise<void> {
  for await (const page of glob('**/*.md', { cwd: pagesFolder })) {
    const file = join(site, page)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, plainMarkdown(await readFile(join(pagesFolder, page), 'utf8')))
  }
  await cp(join(pagesFolder, 'pictures'), join(site, 'pictures'), { recursive: true })
  await writeFile(join(site, 'llms.txt'), listOf(groups))
}

/** The format of llmstxt.org: a title, a description, and lists of links to Markdown. */
function listOf(groups: readonly Group[]): string {
  const head = [
    '# geoclients',
    '> TypeScript clients for OGC API - Processes, OGC API - Features and the Community Attribute Service (CAS), for every runtime with `fetch`.',
    'Each page of the site has its Markdown beside it: `guide/jobs.md` for `guide/jobs.html`.'
  ]
  const lists = groups.map(({ title, entries }) => {
    const lines = entries.map((entry) => `- [${entry.title}](${entry.target})${aboutOf(entry)}`)
    return `## ${title}\n\n${lines.join('\n')}`
  })
  return `${[...head, ...lists].join('\n\n')}\n`
}

const aboutOf = ({ title, about }: Entry): string => {
  const rest = (about.startsWith(title) ? about.slice(title.length) : about).replace(/^[\s:,]+/, '')
  return rest ? `: ${rest}` : ''
}
