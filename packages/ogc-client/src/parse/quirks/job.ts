import { parseLinkHeader, type Reply, readLinks } from '@geoclients/client-core'
import { asText } from '../../utils/text.ts'

type State = Readonly<Record<string, unknown>>

/**
 * Older pygeoapi and MAAP call a job's id `id`, as the draft of version 2.0 does; ZOO and weaver send both. Counted ids
 * may be numbers, and other spellings are `jobId` and `job_id`.
 */
export function idForJobId({ jobID, jobId, job_id, id }: State): string | undefined {
  return idAsText(jobID) ?? idAsText(jobId) ?? idAsText(job_id) ?? idAsText(id)
}

/** An id as text; undefined for what is none, and for one that is empty. */
export function idAsText(id: unknown): string | undefined {
  return (typeof id === 'string' && id !== '') || Number.isSafeInteger(id) ? String(id) : undefined
}

/** weaver lists bare ids where the details were not asked for: jobs of unknown state. */
export function bareJobId(job: unknown): State | undefined {
  const jobID = idAsText(job)
  return jobID === undefined ? undefined : { jobID, status: 'unknown' }
}

/** wraptile leaves the type of a job out, MAAP sends `null`. */
export function typeOrProcess({ type }: State): 'process' {
  return (type ?? 'process') as 'process'
}

/** wraptile keeps the traceback of a failed job under another name; some send one text in place of a list. */
export function tracebackOf({ traceback, 'x-traceback': xTraceback }: State): string[] | undefined {
  const given = traceback ?? xTraceback
  return given == null ? undefined : [given].flat().map(asText)
}

/** ZOO sends the progress as text, others with a percent sign; undefined for what is no number. */
export function progressAsNumber({ progress }: State): number | undefined {
  if (typeof progress === 'number') return progress
  const digits = typeof progress === 'string' ? /^(\d+(?:\.\d+)?) ?%?$/.exec(progress.trim())?.[1] : undefined
  return digits === undefined ? undefined : Number(digits)
}

/** GeoServer and javaPS name the job that they started by the `Location` header alone. */
export function jobIdFromLocation(response: Reply): string | undefined {
  return jobIdOf(response.headers.get('Location'))
}

/** ZOO names it by a monitor link, without the angle brackets of RFC 8288; GeoServer calls the relation `status`. */
export function jobIdFromMonitorLink(response: Reply): string | undefined {
  return jobIdFromLinks(parseLinkHeader(response.headers.get('Link')), ['monitor', 'status'])
}

/** MAAP links to a job in the body; what the body itself is about may be linked as `self`. */
export function jobIdFromBodyLinks({ links }: State): string | undefined {
  return jobIdFromLinks(readLinks(links), ['monitor', 'status', 'self'])
}

function jobIdFromLinks(
  links: readonly { readonly href: string; readonly rel?: string }[],
  rels: readonly string[]
): string | undefined {
  const hrefs = rels.flatMap((wanted) => links.filter(({ rel }) => rel === wanted)).map(({ href }) => href)
  return hrefs.map(jobIdOf).find((id) => id !== undefined)
}

function jobIdOf(target: string | null | undefined): string | undefined {
  return idAfter('jobs', target)
}

/** Version 2.0 names the process by its URI, whose last part is the id; ldproxy and others spell the member otherwise. */
export function processIdOf({ processID, processId, process_id }: State): string | undefined {
  const name = idAsText(processID) ?? idAsText(processId) ?? idAsText(process_id)
  return name?.includes('/') ? (idAfter('processes', name) ?? name) : name
}

/** What follows a collection in a path, the last one of it: a base path may hold one too, and the link may be relative. */
export function idAfter(collection: string, target: string | null | undefined): string | undefined {
  const parts = (target?.split(/[?#]/, 1)[0] ?? '').split('/')
  const at = parts.findLastIndex((part, i) => part === collection && parts[i + 1])
  const id = at < 0 ? undefined : parts[at + 1]
  if (!id) return undefined
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
