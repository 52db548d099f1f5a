import { parseText } from '@geoclients/client-core'
import { essence } from '@geoclients/mock-core'
import type { JsonValue } from '../../types/json.ts'
import { FrameworkFailure, invalidRequest } from '../errors.ts'

/**
 * The body of a request; undefined where there is none, plain text where its media type is no JSON. The framework reads it before
 * the service looks at anything else, so broken JSON needs no key.
 * @throws FrameworkFailure 400 where the bytes are no UTF-8
 * @throws ServiceFailure 422 where the text is no JSON
 */
export async function readJsonBody(request: Request): Promise<JsonValue | undefined> {
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength === 0) return undefined
  const text = decode(bytes)
  if (!/^application\/(.+\+)?json$/.test(essence(request.headers.get('Content-Type') ?? ''))) return text
  try {
    return parseText(text) as JsonValue
  } catch {
    // The service says at which character; the platforms do not agree on how to say that.
    const error = 'no JSON'
    throw invalidRequest([
      { type: 'json_invalid', loc: ['body', 0], msg: 'The body is not JSON', input: {}, ctx: { error } }
    ])
  }
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FrameworkFailure(400, 'The body could not be read')
  }
}
