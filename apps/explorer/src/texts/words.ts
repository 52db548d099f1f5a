/** A number as people read it. */
export const number = (value: number): string => value.toLocaleString('en')
export const plural = (count: number, one: string, many: string): string =>
  `${number(count)} ${count === 1 ? one : many}`
/** A day and a time. */
export const clock: Intl.DateTimeFormat = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })

/** A size in bytes, in the largest unit of which there is at least one. */
export function sizeText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  return `${(bytes / 1000 ** power).toLocaleString('en', { maximumFractionDigits: power === 0 ? 0 : 1 })} ${units[power]}`
}

/** The size of what was given as a file: base64 as it is, or in a qualified value. */
export function givenSize(value: unknown): string {
  const text = typeof value === 'string' ? value : ((value ?? {}) as { value?: unknown }).value
  const digits = typeof text === 'string' ? text.replace(/={1,2}$/, '').length : 0
  return sizeText(Math.floor((digits * 3) / 4))
}

/** A number with four digits that count. */
export const short = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 4 })

interface Extent {
  readonly min_lon: number
  readonly min_lat: number
  readonly max_lon: number
  readonly max_lat: number
}

/** Where a dataset has values. */
export function extentText({ min_lon: west, min_lat: south, max_lon: east, max_lat: north }: Extent): string {
  if (west <= -180 && east >= 180 && north - south >= 150) return 'whole world'
  return `${west}° to ${east}° E, ${south}° to ${north}° N`
}

/** A length in metres. */
export const lengthText = (meters: number): string =>
  meters >= 1000 ? `${number(meters / 1000)} km` : `${number(meters)} m`

interface Period {
  readonly start: string | null
  readonly end: string | null
  readonly temporal_type: string
}

/** When a dataset has values, and how often. */
export function periodText({ start, end, temporal_type: kind }: Period): string {
  return start === null ? kind : `${kind}, ${start.slice(0, 10)} to ${end === null ? 'today' : end.slice(0, 10)}`
}
