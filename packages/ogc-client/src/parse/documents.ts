import {
  asText,
  isRecord,
  malformed,
  pageLinks,
  type Received,
  readRecord,
  skipped,
  withoutNulls
} from '@geoclients/client-core'
import type { ProcessDescription, ProcessList, ProcessSummary } from '../generated/types.ts'
import { describedById } from './quirks/description.ts'
import { idAsText } from './quirks/job.ts'

/** One page of processes. Missing `links` become an empty list, and an entry without id is left out. */
export function readProcessList(received: Received): ProcessList {
  // javaPS sends a bare array.
  const { body: given } = received
  const bare = Array.isArray(given) ? { processes: given } : given
  const body = readRecord({ ...received, body: bare }, 'a process list')
  if (isRecord(bare) && bare.processes === null)
    return { ...body, processes: [], links: pageLinks(body.links, received) }
  const { processes } = body
  if (!Array.isArray(processes)) throw malformed(received, 'an object with the array "processes"', processes)
  return {
    ...body,
    processes: processes.flatMap((process) => readSummary(process) ?? skipped(received, 'a process without an id')),
    links: pageLinks(body.links, received)
  }
}

/** A process description. */
export function readProcessDescription(received: Received): ProcessDescription {
  const body = readRecord(received, 'a process description')
  const description = summaryOf(body)
  if (!description) throw malformed(received, 'a process with an "id"', body)
  return description
}

/** A process summary from a list or a deployment; undefined if it has no id. */
export function readSummary(process: unknown): ProcessSummary | undefined {
  return isRecord(process) ? summaryOf(withoutNulls(process)) : undefined
}

/** A process summary without nulls; undefined if it has no id. */
function summaryOf(given: Readonly<Record<string, unknown>>): ProcessSummary | undefined {
  // SEPEX nests the id and title in `info`.
  const { info, ...rest } = given
  const summary = given.id === undefined && isRecord(info) ? { ...withoutNulls(info), ...rest } : given
  const id = idAsText(summary.id)
  if (id === undefined) return undefined
  const { inputs, outputs, version } = summary
  return {
    ...summary,
    ...(Array.isArray(inputs) && { inputs: describedById(inputs) }),
    ...(Array.isArray(outputs) && { outputs: describedById(outputs) }),
    id,
    version: asText(version ?? '')
  }
}
