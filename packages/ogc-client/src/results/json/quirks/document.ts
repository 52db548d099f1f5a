import { isRecord } from '@geoclients/client-core'
import { isLink, linkMembers } from './value.ts'

type Body = Readonly<Record<string, unknown>>
type Pair = [id: string, value: unknown]

/** pygeoapi's raw results: `{ "id": "echo", "value": … }`. The id is the processor's own name for its output. */
export function idAndValue(body: Body): Pair | undefined {
  const { id, value, ...rest } = body
  return typeof id === 'string' && 'value' in body && Object.keys(rest).length === 0 ? [id, value] : undefined
}

/** The list that pygeoapi and javaPS send instead of the map of outputs: `{ "outputs": […] }`. */
export function outputsArray(body: Body): readonly unknown[] | undefined {
  const { outputs, links, ...rest } = body
  const isOnly = Object.keys(rest).length === 0 && (links === undefined || isLinkList(links))
  return Array.isArray(outputs) && isOnly ? outputs : undefined
}

/** A map of outputs without the `links` that stand beside them, unless that is all there is. */
export function withoutLinks(body: Body, ids: readonly string[]): Body {
  const { links, ...rest } = body
  return ids.includes('links') || Object.keys(rest).length === 0 || !isLinkList(links) ? body : rest
}

function isLinkList(links: unknown): boolean {
  return Array.isArray(links) && links.every((link) => isRecord(link) && typeof link.href === 'string')
}

/** Items that each name their output: pygeoapi's and javaPS's `{ id, value }`, ZOO's with `href` or `format` beside. */
export function namedItems(items: readonly unknown[]): Pair[] | undefined {
  const pairs: Pair[] = []
  for (const item of items) {
    const pair = isRecord(item) ? (idAndValue(item) ?? idAndFormat(item)) : undefined
    if (!pair) return undefined
    pairs.push(pair)
  }
  return pairs
}

function idAndFormat({ id, ...value }: Body): Pair | undefined {
  if (typeof id !== 'string') return undefined
  return isLink(value) || ('value' in value && isRecord(value.format)) ? [id, value] : undefined
}

/** The only item of such a list, if it has no id. pygeoapi wraps whatever the processor returned, map or value. */
export function wrappedDocument(items: readonly unknown[]): { readonly document: unknown } | undefined {
  return items.length === 1 ? { document: items[0] } : undefined
}

/** How deep references are looked for in one another: a process has no more outputs than that. */
const mostOpen = 100

/**
 * Repairs GeoServer's results. It does not close a reference before the next output, which is then nested inside:
 * `{ "a": { "mediaType": …, "href": …, "b": 1 } }`.
 */
export function unclosedReferences(pairs: readonly Pair[], ids: ReadonlySet<string>): Pair[] {
  const read: Pair[] = []
  /** The ids of the enclosing references, because none can contain itself. */
  const open = new Set<string>()
  const readAll = (members: readonly Pair[]): void => {
    for (const [id, value] of members) {
      const isOpen = isRecord(value) && typeof value.href === 'string' && open.size < mostOpen
      const isOutput = ([key]: Pair): boolean => key !== id && ids.has(key) && !open.has(key) && !linkMembers.has(key)
      const inside = isOpen ? Object.entries(value).filter(isOutput) : []
      if (inside.length === 0) {
        read.push([id, value])
        continue
      }
      read.push([id, Object.fromEntries(Object.entries(value as Body).filter((member) => !isOutput(member)))])
      open.add(id)
      readAll(inside)
      open.delete(id)
    }
  }
  readAll(pairs)
  return read
}

/** weaver sends two links for each output: one with its id, and one with `rel="output"`. Only the first is kept. */
export function withoutTwins<L extends { readonly href: string; readonly rel?: string }>(links: readonly L[]): L[] {
  const named = new Set(links.filter(({ rel }) => rel !== 'output').map(({ href }) => href))
  return links.filter(({ href, rel }) => rel !== 'output' || !named.has(href))
}
