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

/** Throws `invalid-argument`. */
export function checkReadOptions(options: GeoJsonReadOptions): GeoJsonReadOptions {
  if (!isRecord(options as unknown)) throw invalidArgument(makeCasError, 'options', options, 'an object')
  checkNames('options', options, ['onBroken'], makeCasError)
  const { onBroken } = options
  if (onBroken !== undefined && typeof onBroken !== 'function') {
    throw invalidArgument(makeCasError, 'onBroken', onBroken, 'a function')
  }
  return options
}
