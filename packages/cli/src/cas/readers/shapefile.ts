import { readFile } from 'node:fs/promises'
import type { FeatureLike } from '@geoclients/cas-client'
import { open } from 'shapefile'
import { UsageError } from '../../program/usage-error.ts'
import { firstBytes } from './first-bytes.ts'
import { type Places, projectedCrs } from './places.ts'

/** A Shapefile with its table (`.dbf`), the encoding of its texts (`.cpg`) and its coordinate system (`.prj`). */
export async function openShapefile(file: string): Promise<Places> {
  const head = await firstBytes(file, 4)
  if (head.length < 4 || head.readInt32BE(0) !== 9994) throw new UsageError(`${file} is not a Shapefile`)
  const beside = (extension: string): Promise<string | undefined> =>
    readFile(file.replace(/\.shp$/i, extension), 'latin1').catch(() => undefined)
  const encoding = (await beside('.cpg'))?.trim() || 'windows-1252'
  return {
    canBeReadAgain: true,
    crs: projectedCrs(await beside('.prj')),
    async *features() {
      const source = await open(file, undefined, { encoding })
      for (;;) {
        const { done, value } = await source.read()
        if (done) return
        yield value as FeatureLike
      }
    }
  }
}
