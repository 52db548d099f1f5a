import { bodyTooLarge, contentType, isJson, mediaType, redactUrl, unexpectedType } from '@geoclients/client-core'
import { decodeJson, decodeText, startText } from '../utils/text.ts'
import { type NamedOutput, nameless, type ResultsSource } from './context.ts'
import { readDocument } from './json/document.ts'
import { linkedOutputs, readLinkedOutputs } from './link-header.ts'
import { readParts } from './multipart/parse-parts.ts'
import { heldContent, openContent } from './output/content.ts'
import { bytesOutput, valueOutput } from './output/inline-output.ts'
import type { ReadOutput } from './output/types.ts'
import { Results } from './results.ts'

/**
 * Reads the results of a run in any form of the standard (18-062r2, tables 11 to 13), and in forms that only some servers use.
 * `json` is the result of `readJsonBody`.
 */
export async function readResults(source: ResultsSource, json: unknown): Promise<Results> {
  const type = mediaType(source.response)
  try {
    if (type?.startsWith('multipart/') && source.response.bytes.length > 0) {
      return await readParts(source)
    }
    const outputs = await readOutputs(source, type, json)
    const isUnnamed = outputs.length === 1 && outputs[0]?.[0] === nameless && (await source.knownIds()).length === 0
    return new Results(new Map(outputs), source.error, { isUnnamed })
  } catch (error) {
    source.response.rest?.cancel(undefined).catch(() => {}) // nobody will read it
    throw error
  }
}

/** The outputs of a response that is not multipart. */
export async function readOutputs(
  source: ResultsSource,
  type: string | undefined,
  json: unknown
): Promise<NamedOutput[]> {
  const { response, error } = source
  if (json !== undefined) return readDocument(json, source)
  if (response.bytes.length === 0) return readEmpty(source, type)
  if (response.rest) return [[await onlyName(source), readOpen(source, type)]]
  if (await mayBePage(source, type)) {
    throw unexpectedType(startText(response.bytes, 4_000, contentType(response)), response, error, 'JSON')
  }
  return [[await onlyName(source), readRaw(source, type)]]
}

function readRaw({ response, error }: ResultsSource, type: string | undefined): ReadOutput {
  const label = contentType(response)
  // A body labelled as JSON that is not JSON is text.
  const decode = isJson(type) ? decodeJson : type?.startsWith('text/') ? decodeText : undefined
  const text = decode?.(response.bytes, label)
  return text === undefined
    ? bytesOutput(heldContent(response.bytes), type, error, label)
    : valueOutput(text, isJson(type) ? undefined : type, error)
}

/** One output that does not fit in memory. JSON cannot be read in part, so it is refused. */
function readOpen(source: ResultsSource, type: string | undefined): ReadOutput {
  const { response, error, maxBodyBytes } = source
  const { rest } = response
  if (isJson(type)) throw bodyTooLarge(source, 'the body', maxBodyBytes)
  const content = openContent({
    beginning: response.bytes,
    next: async () => rest?.read(),
    cancel: (reason) => rest?.cancel(reason),
    tooLarge: () => bodyTooLarge(source, 'an output that can be read only once, with stream(),', maxBodyBytes)
  })
  return bytesOutput(content, type, error, contentType(response))
}

/** An empty body: raw references, an empty output, or no output. */
async function readEmpty(source: ResultsSource, type: string | undefined): Promise<NamedOutput[]> {
  if (source.response.headers.has('Link')) {
    const links = await linkedOutputs(source)
    if (links.length > 0) return readLinkedOutputs(links, source)
  }
  const isOutput = source.response.status === 200 && type !== undefined && !isJson(type)
  if (!isOutput || (await mayBePage(source, type))) return []
  return [[await onlyName(source), readRaw(source, type)]]
}

async function onlyName(source: ResultsSource): Promise<string> {
  const ids = await source.knownIds()
  return ids.length === 1 && ids[0] !== undefined ? ids[0] : nameless
}

/** Whether a body is HTML that nobody asked for, such as a gateway's error page. */
async function mayBePage(source: ResultsSource, type: string | undefined): Promise<boolean> {
  if (type !== 'text/html' || (await source.isOutputType(type))) return false
  const { bytes, url } = source.response
  if (bytes.length === 0 || /^\s*</.test(startText(bytes, 1_000))) return true
  source.warn(`results are labelled text/html, but are not a web page, so they are read as text: ${redactUrl(url)}`)
  return false
}
