import { isRecord, resolveLink, withoutNulls } from '@geoclients/client-core'
import type { InlineOrRefValue, JsonValue, Link } from '../../generated/types.ts'
import type { ResultsSource } from '../context.ts'
import { base64Output, valueOutput } from '../output/inline-output.ts'
import { referenceOutput } from '../output/linked-output.ts'
import type { ReadOutput } from '../output/types.ts'
import { inlineValue, isLink, linkType, unitOf, wrappedLink } from './quirks/value.ts'

const formatMembers = new Set(['value', 'mediaType', 'encoding', 'schema', 'format', 'dataType', 'uom'])

export interface Reading {
  /** The media type of the body, if the value is the whole body. */
  readonly mediaType?: string | undefined
  /** Whether it is a member of the standard's map of outputs. */
  readonly isMember?: boolean
}

/** Reads one value of a document: a link, a qualified value, or the value itself. */
export function readValue(
  given: unknown,
  source: ResultsSource,
  { mediaType, isMember = false }: Reading = {}
): ReadOutput {
  const { error } = source
  if (typeof given !== 'object' || given === null) return valueOutput(given as JsonValue, mediaType, error)
  const value = wrappedLink(inlineValue(given))
  if (isLink(value)) {
    const type = linkType(value)
    const { type: _, ...link } = withoutNulls(value)
    return readReference({ ...link, href: value.href, ...(type !== undefined && { type }) }, source)
  }
  const plain = value as InlineOrRefValue // it was parsed from JSON
  if (!isQualified(value, isMember)) {
    const isList = Array.isArray(value) && typeof value[0] === 'object' && value.every(isOutput)
    const items = isList ? () => value.map((item) => readValue(item, source, { isMember: true }).output) : undefined
    return valueOutput(value as JsonValue, mediaType, error, { plain, items })
  }
  const { mediaType: named, encoding } = { ...(isRecord(value.format) && value.format), ...value }
  const type = typeof named === 'string' ? named : undefined
  const isBase64 = typeof encoding === 'string' && encoding.toLowerCase() === 'base64'
  if (isBase64 && typeof value.value === 'string') return base64Output(value.value, type, error, plain)
  return valueOutput(value.value as JsonValue, type, error, { plain, unit: unitOf(value.uom) })
}

/** Whether an item of a list is a separate output (version 2.0). */
function isOutput(item: unknown): boolean {
  return isLink(item) || isQualified(item, true)
}

function isQualified(value: unknown, isMember: boolean): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value) || !('value' in value)) return false
  const keys = Object.keys(value)
  // Version 1.0 allows no bare object in the map (inputValueNoObject), so `{ value }` is a wrapper there. Elsewhere it is a value.
  if ('uom' in value && typeof value.value === 'object') return false // only a literal has a unit
  return (isMember || keys.length > 1) && keys.every((key) => formatMembers.has(key))
}

/** An output by reference. A relative link is resolved against the response. */
export function readReference(link: Link, { response, error, references }: ResultsSource): ReadOutput {
  return referenceOutput({ ...link, href: absolute(link.href, response.url) }, references, error)
}

/** Resolves a link. An invalid link stays unchanged, so only reading its output fails. */
function absolute(href: string, base: string): string {
  try {
    return resolveLink(href, base).href
  } catch {
    return href
  }
}
