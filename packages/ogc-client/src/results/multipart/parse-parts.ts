import { bodyTooLarge, isJson, malformed, mediaType } from '@geoclients/client-core'
import { decodeBase64 } from '../../utils/base64.ts'
import { decodeText, tryJson } from '../../utils/text.ts'
import type { ResultsSource } from '../context.ts'
import { readReference, readValue } from '../json/value.ts'
import { heldContent } from '../output/content.ts'
import { bytesOutput, valueOutput } from '../output/inline-output.ts'
import type { ReadOutput } from '../output/types.ts'
import { Results } from '../results.ts'
import { LazyParts, type Part } from './lazy-parts.ts'
import { boundaryOf } from './parser.ts'
import { PartNames } from './part-ids.ts'

/** Raw outputs of several kinds: a part for each, with the output's id as `Content-ID`. */
export async function readParts(source: ResultsSource): Promise<Results> {
  const { response, error, maxBodyBytes } = source
  const incomplete = (why: string): Error => malformed(source, 'a complete multipart body', why)
  const boundary = boundaryOf(response.headers.get('Content-Type') ?? '')
  if (boundary === undefined) throw incomplete('one without a boundary')
  const outputs = new Map<string, ReadOutput>()
  const names = new PartNames(source.outputIds)
  const parts = new LazyParts({
    start: response,
    boundary,
    maxBytes: maxBodyBytes,
    onParts: async (parts) => {
      const ids = await names.of(parts)
      parts.forEach((part, i) => {
        outputs.set(ids[i] as string, readPart(part, source))
      })
    },
    onBroken: (cause) => incomplete(cause instanceof RangeError ? cause.message : 'one without a closing boundary'),
    onTooLarge: () => bodyTooLarge(source, 'an output that can be read once only, by stream(),', maxBodyBytes),
    onCancel: (reason) =>
      error({
        code: 'aborted',
        message: 'the results were not read to their end: a stream was cancelled',
        cause: reason
      })
  })
  await parts.advance()
  return new Results(outputs, error, { toCome: parts })
}

function readPart({ headers, content, isOpen }: Part, source: ResultsSource): ReadOutput {
  const location = headers.get('Content-Location')
  const type = mediaType({ headers })
  const contentType = headers.get('Content-Type')
  if (isOpen) return bytesOutput(content, type, source.error, contentType)
  const held = content.held()
  if (location && held.length === 0) return readReference({ href: location, ...(type && { type }) }, source)
  const isBase64 = headers.get('Content-Transfer-Encoding')?.toLowerCase() === 'base64'
  const body = (isBase64 ? decodeBase64(decodeText(held)) : undefined) ?? held
  if (isJson(type)) {
    const json = tryJson(decodeText(body, contentType))
    if (json !== undefined) return readValue(json, source, { mediaType: type })
    return bytesOutput(heldContent(body), type, source.error, contentType) // broken, which is no fault of the other parts
  }
  return type?.startsWith('text/')
    ? valueOutput(decodeText(body, contentType), type, source.error)
    : bytesOutput(heldContent(body), type, source.error, contentType)
}
