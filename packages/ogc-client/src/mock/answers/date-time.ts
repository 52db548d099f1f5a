import { badRequest } from './problems.ts'

/** Both ends belong to it; an open end is infinite. Milliseconds since 1970. */
export interface Interval {
  readonly start: number
  readonly end: number
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/

/**
 * Reads the parameter `datetime`: an RFC 3339 date-time, or two with `/` between, one of which may be `..` or empty
 * (`/req/job-list/datetime-definition`).
 * @throws Problem 400
 */
export function readInterval(text: string): Interval {
  const [first = '', second, ...more] = text.split('/')
  if (more.length > 0) throw invalid(text)
  if (second === undefined) {
    const instant = readDateTime(first, text)
    return { start: instant, end: instant }
  }
  if (isOpen(first) && isOpen(second)) throw invalid(text)
  const start = isOpen(first) ? Number.NEGATIVE_INFINITY : readDateTime(first, text)
  const end = isOpen(second) ? Number.POSITIVE_INFINITY : readDateTime(second, text)
  if (start > end) throw invalid(text)
  return { start, end }
}

function isOpen(end: string): boolean {
  return end === '' || end === '..'
}

function readDateTime(part: string, whole: string): number {
  const time = DATE_TIME.test(part) ? Date.parse(part.toUpperCase()) : Number.NaN
  if (Number.isNaN(time)) throw invalid(whole)
  return time
}

function invalid(text: string): Error {
  return badRequest(
    `Parameter 'datetime' is '${text}'. Expected: an RFC 3339 date-time, or an interval of two with '..' for one open end.`
  )
}
