import type { Rule } from './rules.ts'

/** OGC's standards allow pages of 1 to 10 000 (18-062r2, /req/core/pl-limit-definition; 17-069r4, /req/core/fc-limit-definition). */
export const pageLimit: Rule = [
  (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10_000,
  'a whole number from 1 to 10000'
]

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i

function isDatetime(value: unknown): boolean {
  const ends = typeof value === 'string' ? value.split('/') : []
  const open = ends.filter((end) => end === '' || end === '..').length
  const dates = ends.filter((end) => rfc3339.test(end) && !Number.isNaN(Date.parse(end))).length
  return ends.length === 1 ? dates === 1 : ends.length === 2 && dates >= 1 && dates + open === 2
}

/** An instant or an interval. One end may be open: `..` or empty. */
export const datetime: Rule = [
  isDatetime,
  'an RFC 3339 date-time such as "2026-01-31T00:00:00Z" or an interval of two, of which one may be ".."'
]
