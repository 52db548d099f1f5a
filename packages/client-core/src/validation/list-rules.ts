import type { Rule } from './rules.ts'

/** OGC's standards allow pages of 1 to 10 000 (18-062r2, /req/core/pl-limit-definition; 17-069r4, /req/core/fc-limit-definition). */
export const pageLimit: Rule = [
  (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10_000,
  'a whole number from 1 to 10000'
]

const rfc3339 = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i

/** The time of an instant in ms; NaN if there is no such date. Engines read 30 February as 2 March. */
function timeOf(instant: string): number {
  const [, day = ''] = rfc3339.exec(instant) ?? []
  const midnight = new Date(`${day}T00:00:00Z`)
  return midnight.getTime() > Number.NEGATIVE_INFINITY && midnight.toISOString().startsWith(day)
    ? Date.parse(instant.toUpperCase())
    : Number.NaN
}

function isDatetime(value: unknown): boolean {
  if (typeof value !== 'string') return false
  const [start = '', end = start, ...more] = value.split('/')
  const isOpen = (text: string): boolean => text === '' || text === '..'
  if (more.length > 0 || (isOpen(start) && isOpen(end))) return false
  const from = isOpen(start) ? Number.NEGATIVE_INFINITY : timeOf(start)
  return from <= (isOpen(end) ? Number.POSITIVE_INFINITY : timeOf(end))
}

/** An instant or an interval. One end may be open: `..` or empty. */
export const datetime: Rule = [
  isDatetime,
  'an RFC 3339 date-time such as "2026-01-31T00:00:00Z", or an interval of two, the earlier first, of which one may be ".."'
]
