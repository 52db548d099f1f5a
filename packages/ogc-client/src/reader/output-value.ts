import { isRecord } from '@geoclients/client-core'
import type { InlineOrRefValue, JsonValue, Link } from '../generated/types.ts'
import { base64Output, type ReadOutput, referenceOutput, valueOutput } from '../results/output.ts'
import { withoutNulls } from './reading.ts'
import type { ResultsSource } from './results-source.ts'

const linkMembers = new Set(['href', 'rel', 'type', 'mediaType', 'hreflang', 'title', 'length', 'templated'])
const formatMembers = new Set(['value', 'mediaType', 'encoding', 'schema', 'format'])

/** One value of a document: a link (also with GeoServer's `mediaType`), a qualified value, or the value itself. */
export function readValue(value: unknown, source: ResultsSource, mediaType?: string): ReadOutput {
  const plain = value as InlineOrRefValue // it was parsed from JSON
  if (isRecord(value)) {
    const keys = Object.keys(value)
    if (typeof value.href === 'string' && keys.every((key) => linkMembers.has(key))) {
      const { type = value.mediaType, ...link } = withoutNulls(value)
      return readReference({ ...link, href: value.href, ...(typeof type === 'string' && { type }) }, source)
    }
    if ('value' in value && keys.length > 1 && keys.every((key) => formatMembers.has(key))) {
      const { mediaType, encoding } = { ...(isRecord(value.format) && value.format), ...value }
      const type = typeof mediaType === 'string' ? mediaType : undefined
      if (encoding === 'base64' && typeof value.value === 'string') {
        return base64Output(value.value, type, plain, source.error)
      }
      return valueOutput(value.value as JsonValue, type, plain)
    }
  }
  return valueOutput(value as JsonValue, mediaType, plain)
}

/** An output that a link leads to; a relative link counts from the answer that has it. */
export function readReference(link: Link, { response, error, fetchReference }: ResultsSource): ReadOutput {
  return referenceOutput({ ...link, href: absolute(link.href, response.url) }, fetchReference, error)
}

/** One link that is no URL must not cost the other outputs: it stays as it is, and reading it fails. */
function absolute(href: string, base: string): string {
  try {
    return new URL(href, base || undefined).href
  } catch {
    return href
  }
}
