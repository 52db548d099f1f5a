import { isJson, isRecord, malformed, mediaType, parseLinkHeader, type Reply } from '@geoclients/client-core'
import { type NamedOutput, nameless, type ResultsSource } from '../context.ts'
import { mostOutputs } from '../output-ids.ts'
import { isGeoJson } from './quirks/value.ts'
import { readValue } from './value.ts'

/** A document whose form tells what its outputs are. */
export interface Document {
  readonly body: unknown
  /** The ids of the outputs; empty if unknown. */
  readonly ids: readonly string[]
  readonly type: string | undefined
  readonly source: ResultsSource
  /** Whether it was unwrapped from a pygeoapi list, so it cannot be such a list itself. */
  readonly isWrapped: boolean
}

/** JSON is the map of all outputs, or the value of the only one: the ids tell which. */
export async function readDocument(body: unknown, source: ResultsSource): Promise<NamedOutput[]> {
  // A number or a text, be it in a list, is a value, and so is a list of what is no object: only a map, or what stands for
  // one, is told from a value by the ids.
  const mayBeMap = isRecord(body) || (Array.isArray(body) && isRecord(body[0]))
  const type = mediaType(source.response)
  if (!mayBeMap) return onlyOutput({ body, ids: await source.knownIds(), type, source, isWrapped: false })
  const isMap = isRecord(body) || (await source.onDemand()).isListOfOutputs(body)
  const document = { body, ids: await (isMap ? source.outputIds() : source.knownIds()), type, source, isWrapped: false }
  const isResults = isMap ? hasResultsProfile(source.response) : undefined
  if (isResults === false) return onlyOutput(document)
  if (isRecord(body)) {
    if (isResults || isStandard(body, document.ids)) return readAll(Object.entries(body), source, true)
    if (isGeoJson(body) && !('outputs' in body)) return onlyOutput(document)
  }
  return (await source.onDemand()).readForm(document)
}

/** Whether each member of a map is an output that is known, and has no other inside. */
function isStandard(map: Readonly<Record<string, unknown>>, ids: readonly string[]): boolean {
  const known = new Set(ids)
  return (
    ids.length > 0 &&
    Object.entries(map).every(
      ([id, value]) =>
        known.has(id) && !(isRecord(value) && 'href' in value && Object.keys(value).some((key) => known.has(key)))
    )
  )
}

/** Whether the profile of a response says that it is a map of outputs (version 2.0); undefined without a profile. */
function hasResultsProfile({ headers }: Reply): boolean | undefined {
  const links = headers.get('Link')
  if (/\/ogc-results\b/.test(`${links} ${headers.get('Content-Profile')}`)) return true
  return parseLinkHeader(links).some(({ rel }) => rel === 'profile') ? false : undefined
}

/** What is the value of the only output. */
export function onlyOutput({ body, ids, type, source }: Document): NamedOutput[] {
  const id = ids.length === 1 ? (ids[0] as string) : nameless
  return [[id, readValue(body, source, { mediaType: isJson(type) ? type : undefined })]]
}

export function readAll(pairs: readonly [string, unknown][], source: ResultsSource, isMember: boolean): NamedOutput[] {
  checkCount(pairs, source)
  return pairs.map(([id, value]) => [id, readValue(value, source, { isMember })])
}

export function checkCount({ length }: readonly unknown[], source: ResultsSource): void {
  if (length > mostOutputs) throw malformed(source, `at most ${mostOutputs} outputs`, length)
}
