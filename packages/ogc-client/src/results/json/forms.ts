import { isRecord, redactUrl } from '@geoclients/client-core'
import type { NamedOutput, ResultsSource } from '../context.ts'
import { nameOutputs } from '../output-ids.ts'
import { checkCount, type Document, onlyOutput, readAll } from './members.ts'
import {
  idAndValue,
  namedItems,
  outputsArray,
  unclosedReferences,
  withoutLinks,
  wrappedDocument
} from './quirks/document.ts'
import { isGeoJson, outputsInside } from './quirks/value.ts'
import { readValue } from './value.ts'

/** What one form of documents holds; undefined for a document of another form. */
type Form = (document: Document) => NamedOutput[] | undefined | Promise<NamedOutput[] | undefined>

/** The first that knows a document reads it: before a form stand those that could be taken for it. */
const forms: readonly Form[] = [
  ...[listOfOutputs, mapOfKnown, listInMap, rawOutput, wrappedOutput, mapInside, geoJson, mapOfAny]
]

/** Whether a list stands for a map: each of its items names an output. */
export function isListOfOutputs(body: readonly unknown[]): boolean {
  return namedItems(body) !== undefined
}

/** Reads a document that is not as the standard has it. */
export async function readForm(document: Document): Promise<NamedOutput[]> {
  // A number or a text, be it in a list, is a value.
  const isValue =
    typeof document.body !== 'object' || typeof (document.body as readonly unknown[] | null)?.[0] === 'number'
  for (const form of isValue ? [] : forms) {
    const outputs = await form(document)
    if (outputs) return outputs
  }
  return onlyOutput(document)
}

/** ZOO-Project with `io_as_array`; its own names for the outputs, where they are as many as the process has. */
async function listOfOutputs({ body, ids, source }: Document): Promise<NamedOutput[] | undefined> {
  const items = Array.isArray(body) ? namedItems(body) : undefined
  if (!items?.length) return undefined
  const known = new Set(ids)
  if (items.every(([id]) => known.has(id))) return named(items, ids, source)
  if (items.length !== ids.length) return undefined
  const isList = ids.length === 1 && (await isDescribedAsList(ids[0] as string, source))
  return isList ? undefined : named(items, ids, source)
}

/** The map of the standard, where each of its ids is known. */
function mapOfKnown({ body, ids, source, isWrapped }: Document): NamedOutput[] | undefined {
  if (!isRecord(body) || ids.length === 0) return undefined
  const map = Object.entries(withoutLinks(body, ids))
  const known = new Set(ids)
  return map.every(([id]) => known.has(id)) ? readAll(unclosedReferences(map, known), source, !isWrapped) : undefined
}

/** pygeoapi's and javaPS's `{ "outputs": [{ id, value }, …] }`. */
function listInMap({ body, ids, source, isWrapped }: Document): NamedOutput[] | undefined {
  const items = isRecord(body) && !isWrapped ? outputsArray(body) : undefined
  const pairs = items && namedItems(items)
  return pairs && named(pairs, ids, source)
}

/** pygeoapi's `{ id, value }`. */
function rawOutput({ body, ids, source }: Document): NamedOutput[] | undefined {
  const pair = isRecord(body) ? idAndValue(body) : undefined
  return pair && named([pair], ids, source)
}

/** pygeoapi's `{ "outputs": [document] }`. */
function wrappedOutput(document: Document): Promise<NamedOutput[]> | undefined {
  const { body, isWrapped } = document
  const items = isRecord(body) && !isWrapped ? outputsArray(body) : undefined
  const wrapped = items && wrappedDocument(items)
  return wrapped && readForm({ ...document, body: wrapped.document, isWrapped: true })
}

/** A map of outputs inside another object. An output that is really called `outputs` is described, and no job is named beside it. */
function mapInside({ body, ids, source, isWrapped }: Document): NamedOutput[] | undefined {
  const found = isRecord(body) && !isWrapped && !ids.includes('outputs') ? outputsInside(body) : undefined
  if (!found) return undefined
  const { outputs, isState } = found
  const pairs = Array.isArray(outputs) ? namedItems(outputs) : Object.entries(outputs)
  const known = new Set(ids)
  if (!pairs || !(isState || ids.length === 0 || pairs.some(([id]) => known.has(id)))) return undefined
  source.warn(`the outputs are in a member "outputs": ${redactUrl(source.response.url)}`)
  return Array.isArray(outputs) ? named(pairs, ids, source) : readAll(unclosedReferences(pairs, known), source, true)
}

function geoJson(document: Document): NamedOutput[] | undefined {
  const { body } = document
  return isRecord(body) && isGeoJson(body) ? onlyOutput(document) : undefined
}

/** A map with ids that nobody described. It is plain JSON: GeoJSON and its like are a value. */
function mapOfAny({ body, ids, type, source, isWrapped }: Document): NamedOutput[] | undefined {
  if (!isRecord(body) || type?.endsWith('+json')) return undefined
  const [only, other] = ids
  const isMap = only === undefined || other !== undefined || Object.hasOwn(body, only)
  return isMap ? readAll(Object.entries(withoutLinks(body, ids)), source, !isWrapped) : undefined
}

function named(pairs: readonly [string, unknown][], ids: readonly string[], source: ResultsSource): NamedOutput[] {
  checkCount(pairs, source)
  const names = nameOutputs(
    pairs.map(([id]) => id),
    ids
  )
  return pairs.map(([, value], i) => [names[i] as string, readValue(value, source)])
}

async function isDescribedAsList(id: string, { outputSchema }: ResultsSource): Promise<boolean> {
  const schema = await outputSchema(id)
  return isRecord(schema) && [schema.type].flat().includes('array')
}
