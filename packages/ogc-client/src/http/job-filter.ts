import {
  checkMembers,
  type ErrorFactory,
  datetime as instants,
  type OwnQuery,
  ownQuery,
  pageLimit,
  type Rule,
  type Rules
} from '@geoclients/client-core'
import type { operations } from '../generated/types.ts'

/** Selects the jobs of a list (18-062r2, 11.2). All conditions must hold. Some servers ignore filters. */
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
  /** Jobs per page, 1 to 10 000. Default: the server's, which is 10 in the standard. */
  readonly limit?: number | undefined
  /** Query parameters that only your server has, such as weaver's `detail`. */
  readonly query?: OwnQuery | undefined
}

/** A filter as it is sent. */
export type JobQuery = NonNullable<operations['getJobs']['parameters']['query']>

const standard = ['type', 'processID', 'status', 'datetime', 'minDuration', 'maxDuration', 'limit']

/** The query of a job list. Throws `invalid-argument` if the filter is invalid. */
export function jobQuery(filter: JobFilter, make: ErrorFactory): JobQuery {
  // All jobs would match a filter with an unknown member.
  checkMembers('filter', filter, rules, make, 'an object such as { status, limit }')
  const { type, processId, status, datetime, minDuration, maxDuration, limit } = filter
  const own = ownQuery(filter.query, standard, make)
  const told = {
    type: copy(type),
    processID: copy(processId),
    status: copy(status),
    datetime,
    minDuration,
    maxDuration,
    limit
  }
  return { ...own, ...told } as JobQuery
}

/** The pages are requested later, when the caller may have changed its lists. */
const copy = (list: readonly string[] | undefined): string[] | undefined => list?.slice()

const texts: Rule = [
  (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  'an array of strings'
]

const seconds: Rule = [(value) => Number.isFinite(value) && Number(value) >= 0, 'a number of seconds, 0 or more']

const rules: Rules<keyof JobFilter> = {
  ...{ type: texts, processId: texts, status: texts },
  ...{ datetime: instants, minDuration: seconds, maxDuration: seconds, limit: pageLimit, query: true }
}
