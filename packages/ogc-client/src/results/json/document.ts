import { isRecord, mediaType, parseLinkHeader, type Reply } from '@geoclients/client-core'
import type { NamedOutput, ResultsSource } from '../context.ts'
import { isListOfOutputs, readForm } from './forms.ts'
import { onlyOutput, readAll } from './members.ts'
import { isGeoJson } from './quirks/value.ts'

/** JSON is the map of all outputs, or the value of the only one: the ids tell which. */
export async function readDocument(body: unknown, source: ResultsSource): Promise<NamedOutput[]> {
  // A number or a text, be it in a list, is a value, and so is a list of what is no object: only a map, or what stands for
  // one, is told from a value by the ids.
  const mayBeMap = isRecord(body) || (Array.isArray(body) && isRecord(body[0]))
  const type = mediaType(source.response)
  if (!mayBeMap) return onlyOutput({ body, ids: await source.knownIds(), type, source, isWrapped: false })
  const isMap = isRecord(body) || isListOfOutputs(body)
  const document = { body, ids: await (isMap ? source.outputIds() : source.knownIds()), type, source, isWrapped: false }
  const isResults = isMap ? hasResultsProfile(source.response) : undefined
  if (isResults === false) return onlyOutput(document)
  if (isRecord(body)) {
    if (isResults || isStandard(body, document.ids)) return readAll(Object.entries(body), source, true)
    if (isGeoJson(body) && !('outputs' in body)) return onlyOutput(document)
  }
  return readForm(document)
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
