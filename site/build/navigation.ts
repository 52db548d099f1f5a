import { readFile } from 'node:fs/promises'
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

/** The start pages, then what the index of the documentation lists. */
export async function readGroups(): Promise<Group[]> {
  const index = await readFile(join(pagesFolder, 'guide', 'index.md'), 'utf8')
  return [{ title: 'Where to start', entries: starts }, ...readIndex(index, 'guide/index.md')]
}

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
      const about = textOf(item).replace(/\s+/g, ' ')
      for (const { url = '', title } of linksOf(item)) {
        if (!/^[^:#]*\.md$/.test(url)) continue
        groups.at(-1)?.entries.push({ title, target: posix.join(dirname(target), url), about })
      }
    }
  }
  return groups
}

function linksOf(node: Node): { url?: string; title: string }[] {
  if (node.type === 'link') return [{ ...(node.url !== undefined && { url: node.url }), title: textOf(node) }]
  return (node.children ?? []).flatMap(linksOf)
}
