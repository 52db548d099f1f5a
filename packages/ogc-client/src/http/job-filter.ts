import { checkNames, type ErrorFactory, invalidArgument, isRecord } from '@geoclients/client-core'
import type { operations } from '../generated/types.ts'
import { type OwnQuery, ownQuery } from './own-query.ts'

/** Which jobs a list holds; all conditions must hold (18-062r2, 11.2). Some servers ignore filters. */
export interface JobFilter {
  readonly type?: readonly 'process'[] | undefined
  readonly processId?: readonly string[] | undefined
  readonly status?: readonly string[] | undefined
  /** An instant or an interval (`start/end`, open with `..`) that `created` must match; RFC 3339. */
  readonly datetime?: string | undefined
  /** Seconds. */
  readonly minDuration?: number | undefined
  /** Seconds. */
  readonly maxDuration?: number | undefined
  /** Jobs a page, 1 to 10 000. Default: the server's, which is 10 in the standard. */
  readonly limit?: number | undefined
  /** Query parameters of this server's own, such as weaver's `detail`. */
  readonly query?: OwnQuery | undefined
}

const known: Readonly<Record<keyof JobFilter, true>> = {
  ...{ type: true, processId: true, status: true },
  ...{ datetime: true, minDuration: true, maxDuration: true, limit: true, query: true }
}

type JobQuery = NonNullable<operations['getJobs']['parameters']['query']>

const standard = ['type', 'processID', 'status', 'datetime', 'minDuration', 'maxDuration', 'limit']

/** The query of a job list; throws `invalid-argument` for what no server could mean. */
export function jobQuery(filter: JobFilter, make: ErrorFactory): JobQuery {
  if (!isRecord(filter as unknown)) throw invalidArgument(make, 'filter', filter, 'an object such as { status, limit }')
  // A filter that is not understood would be one that all jobs match.
  checkNames('filter', filter, Object.keys(known), make)
  const { type, processId, status, datetime, minDuration, maxDuration, limit } = filter
  checkLimit(limit, make)
  checkDatetime(datetime, make)
  checkSeconds('minDuration', minDuration, make)
  checkSeconds('maxDuration', maxDuration, make)
  const lists = { type, processId, status }
  for (const [name, list] of Object.entries(lists)) {
    const valid = list === undefined || (Array.isArray(list) && list.every((item) => typeof item === 'string'))
    if (!valid) throw invalidArgument(make, name, list, 'an array of strings')
  }
  return {
    ...ownQuery(filter.query, standard, make),
    ...(type && { type: [...type] }),
    ...(processId && { processID: [...processId] }),
    ...(status && { status: [...status] }),
    ...(datetime !== undefined && { datetime }),
    ...(minDuration !== undefined && { minDuration }),
    ...(maxDuration !== undefined && { maxDuration }),
    ...(limit !== undefined && { limit })
  }
}

/** The standard allows pages of 1 to 10 000 (18-062r2, /req/core/pl-limit-definition, /req/job-list/limit-definition). */
export function checkLimit(limit: unknown, make: ErrorFactory): void {
  if (limit === undefined || (typeof limit === 'number' && Number.isInteger(limit) && limit >= 1 && limit <= 10_000))
    return
  throw invalidArgument(make, 'limit', limit, 'a whole number from 1 to 10000')
}

function checkSeconds(name: string, value: unknown, make: ErrorFactory): void {
  if (value === undefined || (typeof value === 'number' && value >= 0 && Number.isFinite(value))) return
  throw invalidArgument(make, name, value, 'a number of seconds, 0 or more')
}

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i

function checkDatetime(datetime: unknown, make: ErrorFactory): void {
  if (datetime === undefined) return
  const expected =
    'an RFC 3339 date-time such as "2026-01-31T00:00:00Z" or an interval of two, of which one may be ".."'
  const ends = typeof datetime === 'string' ? datetime.split('/') : []
  const open = ends.filter((end) => end === '' || end === '..').length
  const dates = ends.filter((end) => rfc3339.test(end) && !Number.isNaN(Date.parse(end))).length
  const valid = ends.length === 1 ? dates === 1 : ends.length === 2 && dates >= 1 && dates + open === 2
  if (!valid) throw invalidArgument(make, 'datetime', datetime, expected)
}
