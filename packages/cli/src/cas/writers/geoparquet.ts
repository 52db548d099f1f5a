import type { FeatureLike } from '@geoclients/cas-client'
import { type BasicType, fileWriter, geojsonToWkb, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import type { Columns } from '../extract/columns.ts'
import type { ColumnType } from './column-type.ts'
import { toJson } from './to-json.ts'
import type { TableWriter } from './writer.ts'

const rowsPerGroup = 20_000

/** GeoParquet 1.1, a row group at a time. A column is of numbers or booleans where all its values are, else of texts. */
export function geoparquetWriter(
  columns: Columns,
  names: readonly string[],
  types: readonly ColumnType[],
  file: string
): TableWriter {
  const all = [...(columns.hasId ? ['id'] : []), ...names, ...(columns.hasErrors ? ['error'] : []), 'geometry']
  const kinds: readonly ColumnType[] = [
    ...(columns.hasId ? ['text' as const] : []),
    ...types,
    ...(columns.hasErrors ? ['text' as const] : []),
    'geometry'
  ]
  const kindOf = (index: number): ColumnType => kinds[index] ?? 'text'
  const of = (data: unknown[][]) =>
    all.map((name, index) => ({ name, data: data[index] ?? [], type: basicTypes[kindOf(index)], nullable: true }))
  const geometryTypes = new Set<string>()
  const writer = fileWriter(file)
  const parquet = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: of(all.map(() => [])) }),
    kvMetadata: []
  })
  let data: unknown[][] = all.map(() => [])
  const flush = (): void => {
    parquet.write({ columnData: of(data), rowGroupSize: rowsPerGroup })
    data = all.map(() => [])
  }
  return {
    async write({ feature, error }, values) {
      const { geometry } = feature
      if (geometry) geometryTypes.add(geometry.type)
      const cells = [...(columns.hasId ? [feature.id] : []), ...values, ...(columns.hasErrors ? [error] : [])]
      for (const [index, cell] of cells.entries()) data[index]?.push(valueFor(kindOf(index), cell))
      data.at(-1)?.push(wkb(geometry))
      if ((data[0]?.length ?? 0) >= rowsPerGroup) flush()
    },
    async end() {
      if ((data[0]?.length ?? 0) > 0) flush()
      const geo = {
        version: '1.1.0',
        primary_column: 'geometry',
        columns: { geometry: { encoding: 'WKB', geometry_types: [...geometryTypes] } }
      }
      parquet.kvMetadata?.push({ key: 'geo', value: JSON.stringify(geo) })
      parquet.finish()
    }
  }
}

const basicTypes: Readonly<Record<ColumnType, BasicType>> = {
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  text: 'STRING',
  geometry: 'BYTE_ARRAY'
}

function valueFor(type: ColumnType, value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (type !== 'text' || typeof value === 'string') return value
  return typeof value === 'object' ? toJson(value) : String(value)
}

function wkb(geometry: FeatureLike['geometry']): Uint8Array | null {
  return geometry === null ? null : geojsonToWkb(geometry as Parameters<typeof geojsonToWkb>[0])
}
