import { dirname, posix } from 'node:path'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { visit } from 'unist-util-visit'

const parser = remark().use(remarkGfm)

/**
 * Replaces the addresses of links, pictures and definitions in a Markdown text. If `replace` returns undefined, the address
 * stays.
 */
export function withLinks(text: string, replace: (url: string) => string | undefined): string {
  const changes: { at: number; length: number; url: string }[] = []
  visit(parser.parse(text), ['link', 'image', 'definition'], (node) => {
    if (!('url' in node) || typeof node.url !== 'string' || !node.position) return
    const url = replace(node.url)
    const { start, end } = node.position
    const from = start.offset ?? 0
    const at = text.slice(from, end.offset).lastIndexOf(node.url)
    if (url !== undefined && at >= 0) changes.push({ at: from + at, length: node.url.length, url })
  })
  changes.sort((a, b) => b.at - a.at)
  return changes.reduce((whole, { at, length, url }) => whole.slice(0, at) + url + whole.slice(at + length), text)
}

export interface LinkPlaces {
  /** The target of each page by its source. */
  readonly pages: ReadonlyMap<string, string>
  /** The target of a picture, relative to the root of the site. */
  picture(source: string): string
  /** The address of a file or folder of the repository, including the hash. */
  file(source: string): string
}

/**
 * The address of a page's link on the site. Undefined if it stays as it is, because it leads to another host or to the same page.
 */
export function linkOnSite(
  url: string,
  page: { source: string; target: string },
  places: LinkPlaces
): string | undefined {
  if (/^[a-z][a-z+.-]*:|^#|^\/\//i.test(url)) return undefined
  const [, path = '', hash = ''] = /^([^#]*)(.*)$/.exec(url) ?? []
  const source = posix.normalize(posix.join(dirname(page.source), decodeURI(path))).replace(/\/$/, '')
  const target = places.pages.get(source) ?? places.pages.get(posix.join(source, 'README.md'))
  if (target !== undefined) return relative(page.target, target) + hash
  if (/\.(?:png|svg|jpe?g|gif|webp)$/.test(source)) return relative(page.target, places.picture(source))
  return places.file(source + hash)
}

function relative(from: string, to: string): string {
  const path = posix.relative(dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}
