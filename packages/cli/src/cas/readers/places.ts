import type { FeatureLike } from '@geoclients/cas-client'

/** A coordinate system that is not longitude and latitude in degrees. */
export interface Crs {
  readonly name: string
  /** As WKT, where the file has it. */
  readonly definition?: string | undefined
}

/** The content of a file. */
export interface Places {
  /** Reads it from its beginning; what comes by the pipe can be read once. */
  features(): AsyncIterable<FeatureLike>
  /** Undefined if its coordinates are degrees. */
  readonly crs?: Crs | undefined
  readonly canBeReadAgain: boolean
  /** The columns of longitude and latitude of a table, once its head was read. */
  readonly coordinateColumns?: (() => readonly [string, string] | undefined) | undefined
}

/** Columns that hold coordinates, where a table calls them otherwise than usual. */
export interface TableColumns {
  readonly lon?: string
  readonly lat?: string
}

/** The name of a system in WKT, if it is a projected one. */
export function projectedCrs(wkt: string | undefined): Crs | undefined {
  const name = /^\s*(?:PROJCS|PROJCRS|COMPD_?CS|COMPOUNDCRS)\s*\[\s*"([^"]+)"/i.exec(wkt ?? '')?.[1]
  return name === undefined ? undefined : { name, definition: wkt }
}
