import { isJson, isRecord, mediaType } from '@geoclients/client-core'
import { readValue } from './output-value.ts'
import { idAndValue, namedItems, outputsArray, unclosedReferences, wrappedDocument } from './quirks.ts'
import { type NamedOutput, nameless, type ResultsSource } from './results-source.ts'

/** JSON is the map of all outputs, or the value of the only one: the ids tell which. */
export async function readDocument(body: unknown, source: ResultsSource): Promise<NamedOutput[]> {
  const ids = await source.outputIds()
  return readWith(ids, body, source)
}

function readWith(ids: readonly string[], body: unknown, source: ResultsSource, isWrapped = false): NamedOutput[] {
  const only = ids.length === 1 ? ids[0] : undefined
  const type = mediaType(source.response)
  const single = (): NamedOutput[] => [
    [only ?? nameless, readValue(body, source, { mediaType: isJson(type) ? type : undefined })]
  ]
  const readAll = (pairs: readonly [string, unknown][], isMember = false): NamedOutput[] =>
    pairs.map(([id, value]) => [id, readValue(value, source, { isMember })])
  const list = Array.isArray(body) ? namedItems(body) : undefined
  if (list?.length && list.every(([id]) => ids.includes(id))) return readAll(list) // ZOO with io_as_array
  if (!isRecord(body)) return single()
  const map = Object.entries(body)
  if (ids.length > 0 && map.every(([id]) => ids.includes(id))) return readAll(unclosedReferences(map, ids), !isWrapped)
  const items = isWrapped ? undefined : outputsArray(body)
  const raw = idAndValue(body)
  const pairs = items ? namedItems(items) : raw && [raw]
  if (pairs) return readAll(pairs.length === 1 && only !== undefined ? [[only, pairs[0]?.[1]]] : pairs)
  const wrapped = items && wrappedDocument(items)
  if (wrapped) return readWith(ids, wrapped.document, source, true)
  // The map is plain JSON: GeoJSON and its like are a value.
  const isMap = !type?.endsWith('+json') && (only === undefined || Object.hasOwn(body, only))
  return isMap ? readAll(map, !isWrapped) : single()
}
