import { contentType, isJson, mediaType, parseText, readJson } from '@geoclients/client-core'
import { decodeJson } from '../../utils/text.ts'
import type { ResultsSource } from '../context.ts'
import { readOddJson, readUnlabelled } from './mislabelled.ts'

/** Parses the JSON of a body, whatever its label. Undefined if it is not JSON. Rejects if it is broken JSON. */
export async function readJsonBody(source: ResultsSource): Promise<unknown> {
  const { response } = source
  if (response.rest || response.bytes.length === 0) return undefined
  const type = mediaType(response)
  if (!isJson(type)) {
    const mayBeJson = type === undefined || type === 'text/html' || type === 'text/plain'
    return mayBeJson ? readUnlabelled(source, type) : undefined
  }
  const text = decodeJson(response.bytes, contentType(response))
  if (text === undefined) return readJson(response, source.error)
  try {
    return parseText(text)
  } catch (cause) {
    return readOddJson(source, type, text, cause)
  }
}
