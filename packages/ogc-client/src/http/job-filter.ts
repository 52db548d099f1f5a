import { checkMembers, type ErrorFactory, type Rule, type Rules } from '@geoclients/client-core'
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

type JobQuery = NonNullable<operations['getJobs']['parameters']['query']>

const standard = ['type', 'processID', 'status', 'datetime', 'minDuration', 'maxDuration', 'limit']

/** The query of a job list; throws `invalid-argument` for what no server could mean. */
export function jobQuery(filter: JobFilter, make: ErrorFactory): JobQuery {
  // A filter that is not understood would be one that all jobs match.
  checkMembers('filter', filter, rules, make, 'an object such as { status, limit }')
  const { type, processId, status, datetime, minDuration, maxDuration, limit } = filter
  const own = ownQuery(filter.query, standard, make)
  const told = { type, processID: processId, status, datetime, minDuration, maxDuration, limit }
  return { ...own, ...structuredClone(told) } as JobQuery
}

/** The standard allows pages of 1 to 10 000 (18-062r2, /req/core/pl-limit-definition, /req/job-list/limit-definition). */
export const pageLimit: Rule = [
  (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10_000,
  'a whole number from 1 to 10000'
]

const texts: Rule = [
  (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  'an array of strings'
]

const seconds: Rule = [(value) => Number.isFinite(value) && Number(value) >= 0, 'a number of seconds, 0 or more']

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i

function isDatetime(value: unknown): boolean {
  const ends = typeof value === 'string' ? value.split('/') : []
  const open = ends.filter((end) => end === '' || end === '..').length
  const dates = ends.filter((end) => rfc3339.test(end) && !Number.isNaN(Date.parse(end))).length
  return ends.length === 1 ? dates === 1 : ends.length === 2 && dates >= 1 && dates + open === 2
}

const rules: Rules<keyof JobFilter> = {
  ...{ type: texts, processId: texts, status: texts },
  datetime: [
    isDatetime,
    'an RFC 3339 date-time such as "2026-01-31T00:00:00Z" or an interval of two, of which one may be ".."'
  ],
  ...{ minDuration: seconds, maxDuration: seconds, limit: pageLimit, query: true }
}
