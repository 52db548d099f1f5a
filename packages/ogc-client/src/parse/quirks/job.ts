import { asText, parseLinkHeader, type Reply, readLinks } from '@geoclients/client-core'

type State = Readonly<Record<string, unknown>>

/**
 * The id of a job. Older pygeoapi, MAAP and the draft of version 2.0 call it `id`; ZOO and weaver send both. Other spellings
 * are `jobId` and `job_id`, and ids may be numbers.
 */
export function idForJobId({ jobID, jobId, job_id, id }: State): string | undefined {
  return idAsText(jobID) ?? idAsText(jobId) ?? idAsText(job_id) ?? idAsText(id)
}

/** An id as text; undefined if it is invalid or empty. */
export function idAsText(id: unknown): string | undefined {
  return (typeof id === 'string' && id !== '') || Number.isSafeInteger(id) ? String(id) : undefined
}

/** weaver lists bare ids unless `detail` is requested. They become jobs with unknown status. */
export function bareJobId(job: unknown): State | undefined {
  const jobID = idAsText(job)
  return jobID === undefined ? undefined : { jobID, status: 'unknown' }
}

/** The type of a job. wraptile omits it, and MAAP sends `null`. */
export function typeOrProcess({ type }: State): 'process' {
  return (type ?? 'process') as 'process'
}

/** The traceback of a failed job. wraptile uses another name, and some servers send a text instead of a list. */
export function tracebackOf({ traceback, 'x-traceback': xTraceback }: State): string[] | undefined {
  const given = traceback ?? xTraceback
  return given == null ? undefined : [given].flat().map(asText)
}

/** The progress as a number. ZOO sends text, others add a percent sign. Undefined if it is not a number. */
export function progressAsNumber({ progress }: State): number | undefined {
  if (typeof progress === 'number') return progress
  const digits = typeof progress === 'string' ? /^(\d+(?:\.\d+)?) ?%?$/.exec(progress.trim())?.[1] : undefined
  return digits === undefined ? undefined : Number(digits)
}

/** The job id in `Location`. GeoServer and javaPS send it nowhere else. */
export function jobIdFromLocation(response: Reply): string | undefined {
  return jobIdOf(response.headers.get('Location'))
}

/** The job id in a monitor link. ZOO omits the angle brackets of RFC 8288, and GeoServer calls the relation `status`. */
export function jobIdFromMonitorLink(response: Reply): string | undefined {
  return jobIdFromLinks(parseLinkHeader(response.headers.get('Link')), ['monitor', 'status'])
}

/** The job id in links of the body (MAAP). The relation may be `self`. */
export function jobIdFromBodyLinks({ links }: State): string | undefined {
  return jobIdFromLinks(readLinks(links), ['monitor', 'status', 'self'])
}

function jobIdFromLinks(
  links: readonly { readonly href: string; readonly rel?: string }[],
  rels: readonly string[]
): string | undefined {
  for (const wanted of rels) {
    for (const { href, rel } of links) {
      const id = rel === wanted ? jobIdOf(href) : undefined
      if (id !== undefined) return id
    }
  }
  return undefined
}

function jobIdOf(target: string | null | undefined): string | undefined {
  return idAfter('jobs', target)
}

/** The process id. Version 2.0 sends a URI that ends with it; ldproxy and others use another member name. */
export function processIdOf({ processID, processId, process_id }: State): string | undefined {
  const name = idAsText(processID) ?? idAsText(processId) ?? idAsText(process_id)
  return name?.includes('/') ? (idAfter('processes', name) ?? name) : name
}

/** The segment after the last occurrence of a collection in a path. The base path may contain the name too, and the link may be relative. */
export function idAfter(collection: string, target: string | null | undefined): string | undefined {
  const parts = (target?.split('#', 1)[0]?.split('?', 1)[0] ?? '').split('/')
  for (let i = parts.length - 1; i > 0; i--) {
    const id = parts[i]
    if (!id || parts[i - 1] !== collection) continue
    try {
      return decodeURIComponent(id)
    } catch {
      return id
    }
  }
  return undefined
}
