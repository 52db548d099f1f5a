import {
  bodyTooLarge,
  contentType,
  isJson,
  malformed,
  mediaType,
  parseLinkHeader,
  redactUrl
} from '@geoclients/client-core'
import type { Link } from '../../generated/types.ts'
import { decodeBase64 } from '../../utils/base64.ts'
import { decodeJson, decodeText, startText, tryJson } from '../../utils/text.ts'
import type { ResultsSource } from '../context.ts'
import { tryLooseJson } from '../json/loose-json.ts'
import { readReference, readValue } from '../json/value.ts'
import { heldContent } from '../output/content.ts'
import { bytesOutput, valueOutput } from '../output/inline-output.ts'
import type { ReadOutput } from '../output/types.ts'
import { Results } from '../results.ts'
import { LazyParts, type Part } from './lazy-parts.ts'
import { boundaryOf } from './parser.ts'
import { PartNames } from './part-ids.ts'

/** Reads raw outputs as multipart: each part has its output id as `Content-ID`. */
export async function readParts(source: ResultsSource): Promise<Results> {
  const { response, error, maxBodyBytes } = source
  const incomplete = (why: string): Error => malformed(source, 'a complete multipart body', why)
  const boundary = boundaryOf(contentType(response) ?? '') ?? boundaryInBody(source)
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
    onTooLarge: () => bodyTooLarge(source, 'an output that can be read only once, with stream(),', maxBodyBytes),
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

/** The boundary in the first lines of the body, where georust writes it instead of in `Content-Type`. */
export function boundaryInBody({ response, warn }: ResultsSource): string | undefined {
  const start = startText(response.bytes, 4_096)
  const head = /^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+/.exec(start)?.[0].replace(/\r?\n[ \t]+/g, ' ')
  const label = /^content-type:(.*)$/im.exec(head ?? '')?.[1]
  const named = label === undefined ? undefined : boundaryOf(label)
  const boundary = named ?? /^\s*--([^\s-][^\r\n]{0,68}[^\s-]|[^\s-])[ \t]*\r?\n/.exec(start)?.[1]
  if (boundary)
    warn(`a multipart body has a boundary, but its Content-Type does not name it: ${redactUrl(response.url)}`)
  return boundary
}

/** The link of a part that refers to another resource: in `Content-Location`, in its type (RFC 2017), or as a link (georust). */
export function elsewhere(headers: Headers, isEmpty: boolean): Link | undefined {
  const type = mediaType({ headers })
  const location = headers.get('Content-Location')
  if (type === 'message/external-body') {
    const url = /;\s*url="([^"]*)"/i.exec(headers.get('Content-Type') ?? '')?.[1]?.replace(/\s+/g, '')
    return (location ?? url) ? { href: (location ?? url) as string } : undefined
  }
  if (!isEmpty) return undefined
  if (location) return { href: location, ...(type && { type }) }
  const [link, other] = parseLinkHeader(headers.get('Link'))
  return link && !other
    ? { href: link.href, ...((link.type ?? type) && { type: link.type ?? (type as string) }) }
    : undefined
}

function readPart({ headers, content, isOpen }: Part, source: ResultsSource): ReadOutput {
  const type = mediaType({ headers })
  const contentType = headers.get('Content-Type')
  if (isOpen) return bytesOutput(content, type, source.error, contentType)
  const held = content.held()
  const link = elsewhere(headers, held.length === 0)
  if (link) return readReference(link, source)
  const isBase64 = headers.get('Content-Transfer-Encoding')?.toLowerCase() === 'base64'
  const base64 = isBase64 ? decodeText(held) : undefined
  const body = (base64 === undefined ? undefined : decodeBase64(base64)) ?? held
  if (isJson(type)) {
    const text = decodeJson(body, contentType) ?? ''
    const json = tryJson(text) ?? tryLooseJson(text)
    if (json !== undefined) return readValue(json, source, { mediaType: type })
    return bytesOutput(heldContent(body), type, source.error, contentType) // broken, which must not affect the other parts
  }
  const text = type?.startsWith('text/') ? decodeText(body, contentType) : undefined
  return text === undefined
    ? bytesOutput(heldContent(body), type, source.error, contentType)
    : valueOutput(text, type, source.error)
}
