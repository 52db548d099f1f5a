import { glob, readFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { pagesFolder } from './folders.ts'

/** A page in a list. */
export interface Entry {
  readonly title: string
  readonly target: string
  /** The text of the list item, with or without the title in it. */
  readonly about: string
}

export interface Group {
  readonly title: string
  readonly entries: readonly Entry[]
}

interface Node {
  readonly type: string
  readonly depth?: number
  readonly value?: string
  readonly url?: string
  readonly children?: readonly Node[]
}

const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('')

/** The start pages, what the index of the documentation lists before the decisions, and the packages. */
export async function readGroups(): Promise<Group[]> {
  const index = readIndex(await readFile(join(pagesFolder, 'guide', 'index.md'), 'utf8'), 'guide/index.md')
  const last = index.findIndex(({ title }) => title === 'Decisions')
  const packages = { title: 'Packages', entries: await readPackages() }
  return [{ title: 'Where to start', entries: starts }, ...index.toSpliced(last, 0, packages)]
}

/** The README of each package, with its first sentence. */
async function readPackages(): Promise<Entry[]> {
  const files = await Array.fromAsync(glob('packages/*.md', { cwd: pagesFolder }))
  return Promise.all(
    files.sort().map(async (target) => {
      const [heading, paragraph] = remark().parse(await readFile(join(pagesFolder, target), 'utf8')).children as Node[]
      if (heading?.type !== 'heading' || paragraph?.type !== 'paragraph')
        throw new Error(`${target} must begin with a heading and a paragraph, which lists of pages show.`)
      return { title: textOf(heading).replace('@geoclients/', ''), target, about: firstSentence(textOf(paragraph)) }
    })
  )
}

const firstSentence = (text: string): string => text.replace(/\.\s.*$|\.$/s, '').replace(/\s+/g, ' ')

const starts: readonly Entry[] = [
  { title: 'Overview', target: 'overview.md', about: 'what there is, with an example of each task' },
  { title: 'I have a process server', target: 'process-server.md', about: 'for OGC API - Processes' },
  { title: 'I have catchments', target: 'catchments.md', about: 'attributes of places, from CAS' },
  { title: 'I come from Python', target: 'python.md', about: 'for users of cuiman and cas.client' },
  { title: 'I maintain a service', target: 'maintainers.md', about: 'what clients expect of it, and how to try it' }
]

/** The contents of an index page: a group for each heading, and an entry for each item with links to pages. */
export function readIndex(text: string, target: string): Group[] {
  const groups: { readonly title: string; readonly entries: Entry[] }[] = []
  for (const node of (remark().use(remarkGfm).parse(text) as Node).children ?? []) {
    if (node.type === 'heading' && node.depth === 2) groups.push({ title: textOf(node), entries: [] })
    if (node.type !== 'list') continue
    for (const item of node.children ?? []) {
      const pages = linksOf(item).filter(({ url = '' }) => /^[^:#]*\.md$/.test(url))
      // A text beside several links describes none of them.
      const about = pages.length === 1 ? textOf(item).replace(/\s+/g, ' ') : ''
      for (const { url = '', title } of pages)
        groups.at(-1)?.entries.push({ title, target: posix.join(dirname(target), url), about })
    }
  }
  return groups
}

function linksOf(node: Node): { url?: string; title: string }[] {
  if (node.type === 'link') return [{ ...(node.url !== undefined && { url: node.url }), title: textOf(node) }]
  return (node.children ?? []).flatMap(linksOf)
}
