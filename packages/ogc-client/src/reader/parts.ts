import { isJson, malformed, mediaType } from '@geoclients/client-core'
import { decodeBase64 } from '../results/base64.ts'
import { type Part, parseMultipart } from '../results/multipart.ts'
import { bytesOutput, type ReadOutput, valueOutput } from '../results/output.ts'
import { readReference, readValue } from './output-value.ts'
import { type NamedOutput, nameless, type ResultsSource } from './results-source.ts'
import { decodeText, tryJson } from './text.ts'

/** Raw outputs of several kinds: a part for each, with the output's id as `Content-ID`. */
export async function readParts(source: ResultsSource): Promise<NamedOutput[]> {
  const { bytes, response } = source
  const parts = parseMultipart(bytes, response.headers.get('Content-Type') ?? '')
  if (!parts) throw malformed(source, 'a complete multipart body', 'one without its closing boundary')
  const given = parts.map(({ headers }) => contentId(headers))
  const ids = given.includes(undefined) ? await source.outputIds() : []
  const free = ids.filter((id) => !given.includes(id))
  return parts.map((part, i): NamedOutput => {
    const id = given[i] ?? free.shift() ?? `${nameless}${i + 1}`
    return [id, readPart(part, id, source)]
  })
}

function readPart(part: Part, id: string, source: ResultsSource): ReadOutput {
  const { headers } = part
  const location = headers.get('Content-Location')
  const type = mediaType({ headers })
  if (location && part.body.length === 0) return readReference({ href: location, ...(type && { type }) }, source)
  const isBase64 = headers.get('Content-Transfer-Encoding')?.toLowerCase() === 'base64'
  const body = (isBase64 ? decodeBase64(decodeText(part.body)) : undefined) ?? part.body
  if (isJson(type)) {
    const json = tryJson(decodeText(body))
    if (json === undefined) throw malformed(source, `JSON in the part ${JSON.stringify(id)}`, decodeText(body))
    return readValue(json, source, type)
  }
  return type?.startsWith('text/')
    ? valueOutput(decodeText(body, headers.get('Content-Type')), type)
    : bytesOutput(body, type, source.error)
}

/** `<output>`, `output` or weaver's `<output@job>`. */
function contentId(headers: Headers): string | undefined {
  return headers.get('Content-ID')?.trim().replace(/^<|>$/g, '').replace(/@.*$/, '') || undefined
}
