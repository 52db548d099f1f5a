import { access } from 'node:fs/promises'
import type { FeatureLike } from '@geoclients/cas-client'
import { wkbToGeojson } from 'hyparquet/src/wkb.js'
import { UsageError } from '../../program/usage-error.ts'
import { type Places, projectedCrs } from './places.ts'

/** The first layer of features of a GeoPackage. */
export async function openGeoPackage(file: string): Promise<Places> {
  await access(file)
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const layer = database
      .prepare(
        'SELECT table_name, column_name, definition FROM gpkg_geometry_columns NATURAL JOIN gpkg_spatial_ref_sys'
      )
      .get()
    if (!layer) throw new UsageError(`${file} has no layer of features`)
    const [table, column, definition] = [layer.table_name, layer.column_name, layer.definition].map(String)
    return {
      canBeReadAgain: true,
      crs: projectedCrs(definition),
      features: () => rows(file, table ?? '', column ?? '')
    }
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    throw new UsageError(`${file} is not a GeoPackage`, { cause })
  } finally {
    database.close()
  }
}

async function* rows(file: string, table: string, column: string): AsyncGenerator<FeatureLike> {
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    for (const row of database.prepare(`SELECT * FROM "${table.replaceAll('"', '""')}"`).iterate()) {
      const { [column]: blob, ...properties } = row
      const geometry = blob instanceof Uint8Array ? geometryOf(blob) : null
      yield { type: 'Feature', geometry, properties } as FeatureLike
    }
  } finally {
    database.close()
  }
}

const envelopes = [0, 32, 48, 48, 64]

/** Skips GeoPackage's header before the WKB (clause 2.1.3): magic, version, flags, coordinate system, envelope. */
function geometryOf(blob: Uint8Array): unknown {
  const flags = blob[3] ?? 0
  const isEmpty = (flags & 0x10) !== 0
  const head = 8 + (envelopes[(flags >> 1) & 7] ?? 0)
  return isEmpty ? null : wkbToGeojson({ view: new DataView(blob.buffer, blob.byteOffset + head), offset: 0 })
}
