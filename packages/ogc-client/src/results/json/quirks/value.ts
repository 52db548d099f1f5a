import { isRecord } from '@geoclients/client-core'
import { normaliseStatus } from '../../../parse/job-status.ts'

type Body = Readonly<Record<string, unknown>>

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

const geometries = /^(?:(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection)$/

/** GeoJSON (RFC 7946), however it is labelled: one value, whose members are no outputs. */
export function isGeoJson({ type, features, geometry, coordinates, geometries: members }: Body): boolean {
  if (type === 'FeatureCollection') return Array.isArray(features)
  if (type === 'Feature') return geometry === null || isRecord(geometry)
  return typeof type === 'string' && geometries.test(type) && Array.isArray(coordinates ?? members)
}

/** javaPS's `{ "inlineValue": … }` around a value. */
export function inlineValue(value: unknown): unknown {
  return isRecord(value) && 'inlineValue' in value && Object.keys(value).length === 1 ? value.inlineValue : value
}

/** The members of a link. */
export const linkMembers: ReadonlySet<string> = new Set([
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

/** The unit of a literal, `{ "value": 12.5, "uom": { "name": "m2" } }`: a text, or an object that names it. */
export function unitOf(uom: unknown): string | undefined {
  const names = isRecord(uom) ? [uom.name, uom.code, uom.symbol, uom.uom, uom.reference] : [uom]
  return names.find((name) => typeof name === 'string' && name !== '') as string | undefined
}
