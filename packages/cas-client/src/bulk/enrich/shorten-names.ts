import { invalidArgument } from '@geoclients/client-core'
import { makeCasError } from '../../errors/cas-error.ts'
import { isWhole } from '../../request/validate.ts'
import type { FeatureLike } from '../../types/geojson.ts'

/** Shortens the names of properties, and records which is which. */
export interface NameShortener {
  /** A copy of the feature with short names. The same property gets the same name in every feature. */
  <F extends FeatureLike>(feature: F): F
  /** The short names, with the long names that they replace. */
  readonly names: ReadonlyMap<string, string>
}

/**
 * Makes a function that shortens property names to `length` characters, for formats such as Shapefile (10). Names that
 * are short enough stay. Others are cut, and numbered if two would be the same. A property keeps the name that it got
 * in an earlier feature.
 *
 * @example
 * const shorten = shortenNames(10)
 * for await (const { feature } of cas.enrich(features, { datasetIds })) out.write(shorten(feature))
 * for (const [short, name] of shorten.names) console.log(short, name)
 */
export function shortenNames(length: number): NameShortener {
  if (!isWhole(length, 4)) throw invalidArgument(makeCasError, 'length', length, 'a whole number, 4 or more')
  const shorts = new Map<string, string>()
  const names = new Map<string, string>()
  const shorten = (name: string): string => {
    const known = shorts.get(name)
    if (known !== undefined) return known
    let short = name.slice(0, length)
    for (let i = 1; names.has(short); i++) short = `${name.slice(0, length - String(i).length - 1)}_${i}`
    shorts.set(name, short)
    names.set(short, name)
    return short
  }
  const feature = <F extends FeatureLike>(one: F): F => {
    const { properties } = one
    if (properties == null) return one
    if (typeof properties !== 'object')
      throw invalidArgument(makeCasError, 'properties', properties, 'an object or null')
    // Short names are kept.
    for (const name of Object.keys(properties)) if (name.length <= length) shorten(name)
    return {
      ...one,
      properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [shorten(name), value]))
    }
  }
  return Object.assign(feature, { names })
}
