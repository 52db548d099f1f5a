import { extname } from 'node:path'
import { UsageError } from '../../program/usage-error.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import type { Places, TableColumns } from './places.ts'

type Open = (terminal: Terminal, file: string, columns: TableColumns) => Promise<Places>

const geojson: Open = async (terminal, file) => (await import('./geojson.ts')).openGeoJson(terminal, file)
const csv: Open = async (terminal, file, columns) => (await import('./csv.ts')).openCsv(terminal, file, columns)

const byExtension: Readonly<Record<string, Open>> = {
  '.csv': csv,
  '.tsv': csv,
  '.txt': csv,
  '.shp': async (_, file) => (await import('./shapefile.ts')).openShapefile(file),
  '.fgb': async (_, file) => (await import('./flatgeobuf.ts')).openFlatGeobuf(file),
  '.parquet': async (_, file) => (await import('./geoparquet.ts')).openGeoParquet(file),
  '.geoparquet': async (_, file) => (await import('./geoparquet.ts')).openGeoParquet(file),
  '.gpkg': async (_, file) => (await import('./geopackage.ts')).openGeoPackage(file)
}

const packed: Readonly<Record<string, string>> = {
  '.zip': 'Unpack it first: unzip',
  '.kml': 'Make GeoJSON of it: ogr2ogr'
}

/** Opens a file of places by its extension; everything else is GeoJSON of some kind. `-` is the pipe. */
export function openPlaces(terminal: Terminal, file: string, columns: TableColumns): Promise<Places> {
  const extension = extname(file.replace(/\.gz$/, '')).toLowerCase()
  const next = packed[extension]
  if (next) throw new UsageError(`${file} cannot be read as it is`, { next })
  const isTable = columns.lon !== undefined || columns.lat !== undefined
  return (isTable && extension === '' ? csv : (byExtension[extension] ?? geojson))(terminal, file, columns)
}
