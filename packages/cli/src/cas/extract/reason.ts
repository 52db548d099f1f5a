import type { FeatureLike } from '@geoclients/cas-client'

/** Why a row failed, in the words of its file: the client counts features, and a table has columns. */
export function reasonOf(
  message: string,
  { properties }: FeatureLike,
  columns: readonly [string, string] | undefined
): string {
  const own = message.replace(/^source\[\d+\]\.?/, '')
  const [, axis] = /^geometry\.coordinates\[([01])\] /.exec(own) ?? []
  if (columns === undefined || axis === undefined) return own
  const column = columns[Number(axis)] as string
  const given: unknown = (properties as Readonly<Record<string, unknown>> | null)?.[column]
  return own.replace(/^\S+/, column).replace(/ got NaN$/, ` got ${JSON.stringify(given)}`)
}

/** Whether a place was refused for coordinates that no degrees are, as those of a map in metres. */
export function isBeyondDegrees(reason: string): boolean {
  return / must be a (?:longitude|latitude) from /.test(reason)
}
