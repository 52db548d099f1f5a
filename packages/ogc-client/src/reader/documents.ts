import { isRecord, malformed, type Received } from '@geoclients/client-core'
import type {
  Capabilities,
  ConformanceDeclaration,
  Link,
  ProcessDescription,
  ProcessList,
  ProcessSummary
} from '../generated/types.ts'
import { readRecord, withoutNulls } from './reading.ts'

/** The landing page; missing `links` become none. */
export function readCapabilities(received: Received): Capabilities {
  const body = readRecord(received, 'a landing page')
  return { ...body, links: readLinks(body.links) }
}

/** The conformance declaration. */
export function readConformance(received: Received): ConformanceDeclaration {
  const body = readRecord(received, 'a conformance declaration')
  const { conformsTo } = body
  if (!Array.isArray(conformsTo)) throw malformed(received, 'an object with the array "conformsTo"', conformsTo)
  return { ...body, conformsTo: conformsTo.map(String) }
}

/** One page of processes; missing `links` become none. */
export function readProcessList(received: Received): ProcessList {
  const body = readRecord(received, 'a process list')
  const { processes } = body
  if (!Array.isArray(processes)) throw malformed(received, 'an object with the array "processes"', processes)
  return {
    ...body,
    processes: processes.map((process) => readSummary(process, received)),
    links: readLinks(body.links)
  }
}

/** A process description. */
export function readProcessDescription(received: Received): ProcessDescription {
  return readSummary(readRecord(received, 'a process description'), received)
}

function readSummary(process: unknown, received: Received): ProcessSummary {
  if (!isRecord(process) || typeof process.id !== 'string')
    throw malformed(received, 'processes that have an id', process)
  const summary = withoutNulls(process)
  return { ...summary, id: process.id, version: String(summary.version ?? '') }
}

/** The links of a document that have a target. */
export function readLinks(links: unknown): Link[] {
  if (!Array.isArray(links)) return []
  return links
    .filter(isRecord)
    .flatMap((link) => (typeof link.href === 'string' ? [{ ...withoutNulls(link), href: link.href }] : []))
}
