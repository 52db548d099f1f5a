import { asText } from '../utils/text.ts'
import { type Link, readLinks } from './links.ts'
import { malformed, type Received } from './parsed-response.ts'
import { readRecord } from './record.ts'

/* What all OGC APIs have in common (OGC API - Common, 19-072). */

/** The landing page. Missing `links` become an empty list. */
export function readLandingPage(received: Received): { links: Link[] } {
  const body = readRecord(received, 'a landing page')
  return { ...body, links: readLinks(body.links) }
}

/** The conformance declaration. */
export function readConformance(received: Received): { conformsTo: string[] } {
  const body = readRecord(received, 'a conformance declaration')
  const { conformsTo } = body
  if (!Array.isArray(conformsTo)) throw malformed(received, 'an object with the array "conformsTo"', conformsTo)
  return { ...body, conformsTo: conformsTo.map(asText) }
}
