import { bodyTooLarge, isJson, isRecord, mediaType, parseJson, parseLinkHeader } from '@geoclients/client-core'
import { heldContent, openContent } from '../results/content.ts'
import { bytesOutput, valueOutput } from '../results/local-output.ts'
import type { ReadOutput } from '../results/output.ts'
import { Results } from '../results/results.ts'
import { readDocument } from './document.ts'
import { readReference } from './output-value.ts'
import { readParts } from './parts.ts'
import { idAndValue, outputsArray, withoutTwins } from './quirks.ts'
import { type NamedOutput, nameless, type ResultsSource } from './results-source.ts'
import { decodeText, tryJson } from './text.ts'

const plumbing = new Set([
  ...['self', 'alternate', 'monitor', 'status', 'up', 'collection', 'describedby', 'service-desc', 'profile']
])

/** The results of a run, from any cell of the standard's matrix (18-062r2, tables 11 to 13) and from the servers' own forms. */
export async function readResults(source: ResultsSource): Promise<Results> {
  const type = mediaType(source.response)
  if (type?.startsWith('multipart/') && source.start.bytes.length > 0) return readParts(source)
  return new Results(new Map(await readOutputs(source, type)), source.error)
}

async function readOutputs(source: ResultsSource, type: string | undefined): Promise<NamedOutput[]> {
  const { start, response, error } = source
  const { bytes } = start
  if (bytes.length === 0) return readEmpty(source, type)
  if (start.rest) return [[await onlyName(source), readOpen(source, type)]]
  if (isJson(type)) return readDocument(parseJson(decodeText(bytes), response, error), source)
  const json = await readUnlabelled(source, type)
  if (json !== undefined) return readDocument(json, source)
  if (await mayBePage(source, type)) parseJson(decodeText(bytes), response, error) // says that it is one
  return [[await onlyName(source), readRaw(source, type)]]
}

function readRaw({ start: { bytes }, response, error }: ResultsSource, type: string | undefined): ReadOutput {
  return type?.startsWith('text/')
    ? valueOutput(decodeText(bytes, response.headers.get('Content-Type')), type, error)
    : bytesOutput(heldContent(bytes), type, error)
}

/** One output that is longer than what may be held: only JSON cannot be read without all of it. */
function readOpen(source: ResultsSource, type: string | undefined): ReadOutput {
  const { start, error, maxBodyBytes } = source
  const { rest } = start
  if (isJson(type)) {
    rest?.cancel(undefined).catch(() => {})
    throw bodyTooLarge(source, 'the body', maxBodyBytes)
  }
  const content = openContent({
    beginning: start.bytes,
    next: async () => rest?.read(),
    cancel: (reason) => rest?.cancel(reason),
    tooLarge: () => bodyTooLarge(source, 'an output that can be read once only, by stream(),', maxBodyBytes)
  })
  return bytesOutput(content, type, error)
}

/** No body: raw references, each a link whose relation is its id; or an output that is empty; or no output. */
async function readEmpty(source: ResultsSource, type: string | undefined): Promise<NamedOutput[]> {
  const { status, headers } = source.response
  const links = parseLinkHeader(headers.get('Link')).filter(({ rel }) => !rel || !plumbing.has(rel))
  const isOutput = status === 200 && type !== undefined && !isJson(type) && !(await mayBePage(source, type))
  if (links.length > 0 || !isOutput) {
    return Promise.all(
      withoutTwins(links).map(
        async (link): Promise<NamedOutput> => [link.rel ?? (await onlyName(source)), readReference(link, source)]
      )
    )
  }
  return [[await onlyName(source), readRaw(source, type)]]
}

async function onlyName(source: ResultsSource): Promise<string> {
  const ids = await source.outputIds()
  return ids.length === 1 && ids[0] !== undefined ? ids[0] : nameless
}

/** A page of HTML is what a gateway answers in place of results, unless HTML is what was asked for. */
async function mayBePage(source: ResultsSource, type: string | undefined): Promise<boolean> {
  return type === 'text/html' && !(await source.isOutputType(type))
}

/** pygeoapi labels its JSON `text/html` or `text/plain`; a real output of that type is only its own wrapper of it. */
export async function readUnlabelled(source: ResultsSource, type: string | undefined): Promise<unknown> {
  if (type !== undefined && type !== 'text/html' && type !== 'text/plain') return undefined
  const text = decodeText(source.start.bytes)
  if (type === 'text/plain' && !/^\s*[{[]/.test(text)) return undefined
  const json = tryJson(text)
  if (json === undefined || type === undefined) return json
  const isWrapper = isRecord(json) && (idAndValue(json) ?? outputsArray(json)) !== undefined
  return isWrapper || !(await source.isOutputType(type)) ? json : undefined
}
