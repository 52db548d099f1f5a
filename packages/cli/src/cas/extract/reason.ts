import type { FeatureLike } from '@geoclients/cas-client'

const clash = 'the file already has a column'

/** Why a row failed, in the words of its file: the client counts features, and a table has columns. */
export function reasonOf(
  message: string,
  { properties }: FeatureLike,
  columns: readonly [string, string] | undefined
): string {
  const own = message.replace(/^source\[\d+\]\.?/, '')
  const [, taken] = /^properties already has (".*"):/.exec(own) ?? []
  if (taken !== undefined) return `${clash} ${taken}`
  const [, axis] = /^geometry\.coordinates\[([01])\] /.exec(own) ?? []
  if (columns === undefined || axis === undefined) return own
  const column = columns[Number(axis)] as string
  const given: unknown = (properties as Readonly<Record<string, unknown>> | null)?.[column]
  return own.replace(/^\S+/, column).replace(/ got NaN$/, ` got ${JSON.stringify(given)}`)
}

/** What to do about rows that failed, if a reason tells. */
export function nextStepFor(reasons: readonly string[]): string | undefined {
  if (reasons.some((reason) => / must be a (?:longitude|latitude) from /.test(reason))) {
    return 'If the coordinates are projected, transform them with --from-crs EPSG:CODE, or a proj string.'
  }
  return reasons.some((reason) => reason.startsWith(clash))
    ? 'To name the new columns differently: --prefix TEXT. To replace the columns of the file: --overwrite'
    : undefined
}
