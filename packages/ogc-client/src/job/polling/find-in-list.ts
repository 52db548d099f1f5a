import { isClientError, linkSignals, startTimer } from '@geoclients/client-core'
import type { JobFilter } from '../../http/job-filter.ts'
import type { JobPage } from '../../http/job-lists.ts'
import type { JobInfo } from '../../types/wire.ts'
import type { ListBackoff, Listed } from './list-backoff.ts'

/** An entry of the list weighs about a tenth of a request. */
const entriesPerRequest = 10
/** What most servers that page allow: the official OpenAPI of 1.0 has this maximum. Others have the smaller one. */
const longestPages = [1_000, 100]
/** How long the list may take, in ms: a wait must not hang on it while the job itself would answer. */
const patience = { atLeast: 2_000, perJob: 10 }

type Pages = (filter: JobFilter, signal: AbortSignal) => AsyncIterable<JobPage>

/**
 * Looks for jobs, page by page, until all are found or it no longer pays. Rejects only with what would meet single
 * requests as well; any other failure is that of the list.
 */
export async function findInList(
  list: ListBackoff,
  ids: ReadonlySet<string>,
  since: string | undefined,
  signal: AbortSignal,
  pages: Pages
): Promise<Listed> {
  const filters = filtersFor(ids.size, since)
  const asked = filters[list.filter] ?? {}
  const found = new Map<string, JobInfo>()
  const link = linkSignals(signal)
  const overdue = 'the job list took too long'
  const allowed = patience.atLeast + patience.perJob * ids.size
  const cancelTimer = startTimer(list.clock, allowed, () => link.abort(overdue))
  let [requests, entries, retryAfter] = [0, 0, undefined as number | undefined]
  try {
    for await (const page of pages(asked, link.signal)) {
      if (page.jobs.length === 0) break // it tells nothing of any job, nor will the next
      requests++
      entries += page.jobs.length
      retryAfter = page.retryAfter
      note(page.jobs, ids, found)
      if (found.size === ids.size || requests >= ids.size || entries > entriesPerRequest * ids.size) break
    }
  } catch (error) {
    const next = filters.findLastIndex((filter) => isSame(filter, asked)) + 1
    if (requests === 0 && isRefusal(error) && next < filters.length) {
      // Another round may have been refused meanwhile.
      list.filter = Math.max(list.filter, next)
      return findInList(list, ids, since, signal, pages)
    }
    list.leaveAlone()
    if (link.signal.reason !== overdue && meetsAll(error)) throw error
    return { found, retryAfter }
  } finally {
    cancelTimer()
    link.unlink()
  }
  const absent = ids.size - found.size
  if (Math.max(1, requests) + absent > ids.size || entries > entriesPerRequest * ids.size) list.leaveAlone(ids.size)
  else list.works()
  return { found, retryAfter }
}

/** What the list is asked with, from the most helpful filter to none. For few jobs some are the same. */
function filtersFor(jobs: number, since: string | undefined): JobFilter[] {
  const datetime = since !== undefined && { datetime: `${since}/..` }
  const limits = longestPages.map((longest) => ({ limit: Math.min(longest, entriesPerRequest * jobs), ...datetime }))
  return [...limits, { ...datetime }, {}]
}

function isSame(one: JobFilter, other: JobFilter): boolean {
  return one.limit === other.limit && one.datetime === other.datetime
}

/** Notes the jobs that are looked for; one that a page has in two states (an id that was used again) tells nothing. */
function note(jobs: readonly JobInfo[], ids: ReadonlySet<string>, found: Map<string, JobInfo>): void {
  const wanted = jobs.filter(({ jobID }) => ids.has(jobID))
  const states = new Map(wanted.map((job) => [job.jobID, job]))
  for (const { jobID, status } of wanted) if (states.get(jobID)?.status !== status) states.delete(jobID)
  for (const [id, job] of states) found.set(id, job)
}

/** Whether the server refuses what it was asked with: a limit, or a filter. */
function isRefusal(error: unknown): boolean {
  return isClientError(error) && (error.status === 400 || error.status === 422)
}

/** No connection, an end of the waiting, or a server that wants fewer requests: to ask for each job now would not help. */
function meetsAll(error: unknown): boolean {
  if (!isClientError(error)) return true
  return ['network', 'aborted', 'closed', 'auth'].includes(error.code) || error.status === 429
}
