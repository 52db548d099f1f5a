import { isRecord } from '@geoclients/client-core'
import { normaliseStatus } from '../../parse/job-status.ts'

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

/** What may stand beside outputs that are inside of another object: what a job's state is made of. */
const stateMembers = new Set([
  ...['jobID', 'jobId', 'job_id', 'processID', 'processId', 'type', 'status', 'message', 'progress', 'tags', 'links'],
  ...['created', 'started', 'finished', 'updated', 'metadata', 'duration', 'host', 'submitter']
])

/**
 * SEPEX's `{ "jobID": …, "updated": …, "outputs": { … } }`, which processors of pygeoapi return too: the outputs are inside.
 * `isState` tells whether a job is named beside them.
 */
export function outputsInside(
  body: Body
): { readonly outputs: Body | readonly unknown[]; readonly isState: boolean } | undefined {
  const { outputs, ...rest } = body
  if (!(isRecord(outputs) || Array.isArray(outputs)) || !Object.keys(rest).every((key) => stateMembers.has(key)))
    return undefined
  return { outputs, isState: Object.keys(rest).some((key) => /^job_?id$/i.test(key)) }
}

/** SEPEX's state of a synchronous run: it was successful, and its outputs are inside. */
export function isStateWithOutputs(body: Body): boolean {
  return typeof body.status === 'string' && normaliseStatus(body.status) === 'successful' && !!outputsInside(body)
}

/** A map of outputs without the `links` that stand beside them, unless that is all there is. */
export function withoutLinks(body: Body, ids: readonly string[]): Body {
  const { links, ...rest } = body
  return ids.includes('links') || Object.keys(rest).length === 0 || !isLinkList(links) ? body : rest
}

function isLinkList(links: unknown): boolean {
  return Array.isArray(links) && links.every((link) => isRecord(link) && typeof link.href === 'string')
}

const geometries = /^(?:(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection)$/

/** GeoJSON (RFC 7946), however it is labelled: one value, whose members are no outputs. */
export function isGeoJson({ type, features, geometry, coordinates, geometries: members }: Body): boolean {
  if (type === 'FeatureCollection') return Array.isArray(features)
  if (type === 'Feature') return geometry === null || isRecord(geometry)
  return typeof type === 'string' && geometries.test(type) && Array.isArray(coordinates ?? members)
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

/** javaPS's `{ "inlineValue": … }` around a value. */
export function inlineValue(value: unknown): unknown {
  return isRecord(value) && 'inlineValue' in value && Object.keys(value).length === 1 ? value.inlineValue : value
}

const linkMembers = new Set([
  ...['href', 'rel', 'type', 'hreflang', 'title', 'length', 'templated'],
  // GeoServer's mediaType, weaver's format and digestMultibase
  ...['mediaType', 'format', 'digestMultibase'],
  // those of version 2.0
  ...['method', 'headers', 'body'],
  // STAC's, of an asset
  ...['roles', 'description']
])

/** Whether an object is a link and nothing else; members such as `file:size` (Copernicus stores) belong to STAC's extensions. */
export function isLink(value: unknown): value is Body & { readonly href: string } {
  if (!isRecord(value) || typeof value.href !== 'string') return false
  return Object.keys(value).every((key) => linkMembers.has(key) || key.includes(':'))
}

/** The media type of a link: `type`, GeoServer's `mediaType`, weaver's `format`. */
export function linkType(link: Body): string | undefined {
  const { type, mediaType, format } = link
  return [type, mediaType, isRecord(format) && format.mediaType].find((name) => typeof name === 'string')
}

/** The Copernicus stores' asset: a link inside a value, `{ "type": "application/json", "value": { "href": … } }`. */
export function wrappedLink(value: unknown): unknown {
  if (!isRecord(value) || !isLink(value.value)) return value
  const { type: _type, mediaType: _mediaType, value: link, ...rest } = value
  return Object.keys(rest).length === 0 ? link : value
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

/** The unit of a literal, `{ "value": 12.5, "uom": { "name": "m2" } }`: a text, or an object that names it. */
export function unitOf(uom: unknown): string | undefined {
  const names = isRecord(uom) ? [uom.name, uom.code, uom.symbol, uom.uom, uom.reference] : [uom]
  return names.find((name) => typeof name === 'string' && name !== '') as string | undefined
}
