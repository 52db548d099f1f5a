import type { FeatureLike } from '@geoclients/cas-client'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { UsageError } from '../../program/usage-error.ts'
import type { Crs, Places } from './places.ts'

interface GeoColumn {
  readonly crs?: { readonly type?: string; readonly name?: string } | null
}

/** A GeoParquet file, a row group at a time. */
export async function openGeoParquet(path: string): Promise<Places> {
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file).catch((cause) => {
    throw new UsageError(`${path} is not a Parquet file`, { cause })
  })
  const text = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value
  if (text === undefined) throw new UsageError(`${path} is a Parquet file without geometries, so it is not GeoParquet`)
  const geo: { primary_column: string; columns: Record<string, GeoColumn> } = JSON.parse(text)
  const { compressors } = await import('hyparquet-compressors')
  return {
    canBeReadAgain: true,
    crs: crsOf(geo.columns[geo.primary_column]?.crs),
    async *features() {
      let rowStart = 0
      for (const { num_rows } of metadata.row_groups) {
        const rowEnd = rowStart + Number(num_rows)
        for (const row of await parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd })) {
          const { [geo.primary_column]: geometry, ...properties } = row
          yield { type: 'Feature', geometry, properties } as FeatureLike
        }
        rowStart = rowEnd
      }
    }
  }
}

function crsOf(crs: GeoColumn['crs']): Crs | undefined {
  return crs?.type?.startsWith('Projected') ? { name: crs.name ?? 'a projected one' } : undefined
}
