import { checkNames, invalidArgument, isRecord } from '@geoclients/client-core'
import { type CasError, makeCasError } from '../errors/cas-error.ts'

/** Options for broken texts. */
export interface GeoJsonReadOptions {
  /**
   * Called for each broken text, which is then skipped. Default: the stream fails with the error, after the values
   * before it. A text of more than 64 MiB always fails the stream.
   */
  readonly onBroken?: ((error: CasError) => void) | undefined
}

/** Options for a file of any form. */
export interface GeoJsonFileOptions extends GeoJsonReadOptions {
  /**
   * The `crs` of a FeatureCollection, as files before RFC 7946 have it: `refuse` what is not longitude and latitude, or `ignore`
   * it, if you transform the coordinates. Default: `refuse`.
   */
  readonly crs?: 'refuse' | 'ignore' | undefined
}

/** Throws `invalid-argument`. */
export function checkReadOptions<T extends GeoJsonReadOptions>(options: T, more: readonly string[] = []): T {
  if (!isRecord(options as unknown)) throw invalidArgument(makeCasError, 'options', options, 'an object')
  checkNames('options', options, ['onBroken', ...more], makeCasError)
  const { onBroken } = options
  if (onBroken !== undefined && typeof onBroken !== 'function') {
    throw invalidArgument(makeCasError, 'onBroken', onBroken, 'a function')
  }
  return options
}

/** Throws `invalid-argument`. */
export function checkFileOptions(options: GeoJsonFileOptions): GeoJsonFileOptions {
  const { crs } = checkReadOptions(options, ['crs'])
  if (crs !== undefined && crs !== 'refuse' && crs !== 'ignore') {
    throw invalidArgument(makeCasError, 'crs', crs, '"refuse" or "ignore"')
  }
  return options
}
