import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { FeatureLike } from '@geoclients/cas-client'
import type { HeaderMeta } from 'flatgeobuf'
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js'
import { UsageError } from '../../program/usage-error.ts'
import { firstBytes } from './first-bytes.ts'
import { type Places, projectedCrs } from './places.ts'

/** A FlatGeobuf, read from its beginning to its end. */
export async function openFlatGeobuf(file: string): Promise<Places> {
  const head = await firstBytes(file, 3)
  if (head.toString('latin1') !== 'fgb') throw new UsageError(`${file} is not a FlatGeobuf file`)
  let header: HeaderMeta | undefined
  const read = (): AsyncGenerator<FeatureLike> => {
    const bytes = Readable.toWeb(createReadStream(file)) as ReadableStream
    return deserialize(bytes, undefined, (meta) => {
      header = meta
    }) as AsyncGenerator<FeatureLike>
  }
  const first = read()
  await first.next()
  await first.return(undefined)
  const { wkt, name, code } = header?.crs ?? {}
  return {
    canBeReadAgain: true,
    // EPSG:4326 and what has no code are degrees.
    crs:
      projectedCrs(wkt ?? undefined) ?? (code && code !== 4326 && !wkt ? { name: name ?? `EPSG:${code}` } : undefined),
    features: read
  }
}
