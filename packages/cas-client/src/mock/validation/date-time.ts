import type { Reader } from './fields.ts'

const FORM = /^(\d{4})-(\d{2})-(\d{2})(?:[T _](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(Z|[+-]\d{2}:?\d{2})?)?$/i

/** From here on a number is milliseconds since 1970, below it is seconds. */
const MILLISECONDS_FROM = 2e10

/** A date and time as the service gives it back: with seconds, microseconds where there are any, and a zone only where one was given. */
export const readDateTime: Reader<string> = (value, at, issues) => {
  if (typeof value === 'number') return fromNumber(value)
  if (typeof value !== 'string') return issues.add('datetime_type', at, 'Expected: a date and time', value)
  const text = fromText(value)
  if (typeof text === 'string') return text
  const error = 'no date and time as in ISO 8601'
  if (text === null)
    return issues.add('datetime_parsing', at, 'Expected: a date and time; there is no year 0', value, { error })
  return issues.add('datetime_from_date_parsing', at, `Expected: a date and time; this is ${error}`, value, { error })
}

function fromNumber(value: number): string {
  const milliseconds = Math.abs(value) > MILLISECONDS_FROM ? value : value * 1000
  const [time = '', fraction = ''] = new Date(milliseconds).toISOString().slice(0, -1).split('.')
  return `${time}${microseconds(fraction)}Z`
}

/** Null for the year 0, which the service refuses in words of its own. */
function fromText(text: string): string | null | undefined {
  const match = FORM.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = ''] = match
  const time = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  // The platform takes the 30th of February for the 1st of March.
  const exists = Number(hour) < 24 && sameDay(`${year}-${month}-${day}`) && !Number.isNaN(Date.parse(`${time}Z`))
  const offset = zoneOf(zone)
  if (exists && year === '0000') return null
  return exists && offset !== undefined ? `${time}${microseconds(fraction)}${offset}` : undefined
}

function sameDay(date: string): boolean {
  const parsed = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(date)
}

function microseconds(fraction: string): string {
  const six = fraction.slice(0, 6).padEnd(6, '0')
  return Number(six) === 0 ? '' : `.${six}`
}

function zoneOf(zone: string): string | undefined {
  if (zone === '') return ''
  if (/^z$/i.test(zone)) return 'Z'
  const hours = zone.slice(0, 3)
  const minutes = zone.slice(-2)
  if (Number(hours.slice(1)) > 23 || Number(minutes) > 59) return undefined
  return hours.slice(1) === '00' && minutes === '00' ? 'Z' : `${hours}:${minutes}`
}
