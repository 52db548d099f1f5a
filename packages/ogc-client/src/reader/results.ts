import { isJson, isRecord, mediaType, parseJson, parseLinkHeader } from '@geoclients/client-core'
import { bytesOutput, type ReadOutput, valueOutput } from '../results/output.ts'
import { Results } from '../results/results.ts'
import { readReference, readValue } from './output-value.ts'
import { readParts } from './parts.ts'
import { idAndValue, outputsArray } from './quirks.ts'
import { type NamedOutput, nameless, type ResultsSource } from './results-source.ts'
import { decodeText, tryJson } from './text.ts'

const plumbing = new Set(['self', 'alternate', 'monitor', 'status', 'up', 'collection', 'describedby', 'service-desc'])

/** The results of a run, from any cell of the standard's matrix (18-062r2, tables 11 to 13) and from the servers' own forms. */
export async function readResults(source: ResultsSource): Promise<Results> {
  return new Results(new Map(await readOutputs(source)), source.error)
}

async function readOutputs(source: ResultsSource): Promise<NamedOutput[]> {
  const { bytes, response } = source
  const type = mediaType(response)
  if (bytes.length === 0) return readEmpty(source, type)
  if (type?.startsWith('multipart/')) return readParts(source)
  if (isJson(type)) return readDocument(parseJson(decodeText(bytes), response, source.error), source)
  const json = mayHoldJson(type, bytes) ? tryJson(decodeText(bytes)) : undefined
  if (json !== undefined) return readDocument(json, source)
  if (type === 'text/html') parseJson(decodeText(bytes), response, source.error) // an error page: says so
  return [[await onlyName(source), readRaw(source, type)]]
}

function readRaw({ bytes, response, error }: ResultsSource, type: string | undefined): ReadOutput {
  return type?.startsWith('text/')
    ? valueOutput(decodeText(bytes, response.headers.get('Content-Type')), type)
    : bytesOutput(bytes, type, error)
}

/** No body: raw references, each a link whose relation is its id; or an output that is empty; or no output. */
async function readEmpty(source: ResultsSource, type: string | undefined): Promise<NamedOutput[]> {
  const { status, headers } = source.response
  const links = parseLinkHeader(headers.get('Link')).filter(({ rel }) => !rel || !plumbing.has(rel))
  if (links.length > 0 || status !== 200 || type === undefined || isJson(type) || type === 'text/html') {
    return Promise.all(
      links.map(
        async (link): Promise<NamedOutput> => [link.rel ?? (await onlyName(source)), readReference(link, source)]
      )
    )
  }
  return [[await onlyName(source), readRaw(source, type)]]
}

/** JSON is the map of all outputs, or the value of the only one: the ids tell which. */
async function readDocument(body: unknown, source: ResultsSource): Promise<NamedOutput[]> {
  const ids = await source.outputIds()
  const only = ids.length === 1 ? ids[0] : undefined
  const type = mediaType(source.response)
  const single = (): NamedOutput[] => [[only ?? nameless, readValue(body, source, isJson(type) ? type : undefined)]]
  if (!isRecord(body)) return single()
  // The map is plain JSON: GeoJSON and its like are a value.
  const isPlain = !type?.endsWith('+json')
  if (ids.length > 0 && Object.keys(body).every((id) => ids.includes(id))) return readMap(body, source)
  const pairs = outputsArray(body) ?? idAndValue(body)
  if (pairs) return pairs.map(([id, value]) => [pairs.length === 1 && only ? only : id, readValue(value, source)])
  return isPlain && (only === undefined || Object.hasOwn(body, only)) ? readMap(body, source) : single()
}

function readMap(body: Readonly<Record<string, unknown>>, source: ResultsSource): NamedOutput[] {
  return Object.entries(body).map(([id, value]): NamedOutput => [id, readValue(value, source)])
}

async function onlyName(source: ResultsSource): Promise<string> {
  const ids = await source.outputIds()
  return ids.length === 1 && ids[0] !== undefined ? ids[0] : nameless
}

/** pygeoapi labels JSON `text/html` or `text/plain`. */
function mayHoldJson(type: string | undefined, bytes: Uint8Array): boolean {
  if (type === undefined || type === 'text/html') return true
  const first = decodeText(bytes.subarray(0, 64)).trimStart()[0]
  return type === 'text/plain' && (first === '{' || first === '[')
}
