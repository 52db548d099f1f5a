import { invalidArgument, isRecord } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'

/** A start and an end, as a pair or an object, each a date or ISO 8601 text. Text without a time zone is UTC. */
export type TimeRangeLike =
  | readonly [start: Date | string, end: Date | string]
  | { readonly start: Date | string; readonly end: Date | string }

/** The service refuses the year 0 and the hour 24, which platforms accept. */
const iso8601 = /^((?!0000)\d{4}-\d{2}-\d{2})(?:[T ]((?!24)\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?)?$/

/** The service's time range. An `end` before `start` is refused, because the service would accept it and find nothing. */
export function readTimeRange(value: unknown): { start: string; end: string } {
  const pair: unknown = isRecord(value) ? [value.start, value.end] : value
  if (!Array.isArray(pair) || pair.length !== 2) {
    throw invalidArgument(makeCasError, 'timeRange', value, 'a pair [start, end] or an object { start, end }')
  }
  const start = readInstant(pair[0], 'timeRange.start')
  const end = readInstant(pair[1], 'timeRange.end')
  if (end.instant < start.instant) {
    throw invalidArgument(makeCasError, 'timeRange.end', end.text, `${start.text} or later`)
  }
  return { start: start.text, end: end.text }
}

function readInstant(value: unknown, path: string): { readonly text: string; readonly instant: number } {
  const given = value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : value
  const text = typeof given === 'string' ? given : ''
  const [, day = '', time = '00:00', zone = 'Z'] = iso8601.exec(text) ?? []
  // In full form for `Date.parse`, because platforms read other forms differently, and text without a zone as local time.
  const instant = Date.parse(`${day}T${time}${zone}`)
  // Some platforms read 30 February as 1 March.
  if (Number.isNaN(instant) || !new Date(day).toJSON()?.startsWith(day)) {
    throw invalidArgument(
      makeCasError,
      path,
      value,
      'a valid Date or ISO 8601 text such as "2020-01-31" or "2020-01-31T12:00:00Z"'
    )
  }
  return { text, instant }
}
