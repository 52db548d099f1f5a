import { extname } from 'node:path'
import { UsageError } from '../../program/usage-error.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { isPipe } from './byte-stream.ts'
import type { Places, TableColumns } from './places.ts'

/** What the options say about a file. */
type Reading = TableColumns & { readonly fromCrs?: string | undefined }
type Open = (terminal: Terminal, file: string, reading: Reading) => Promise<Places>

const geojson: Open = async (terminal, file, { fromCrs }) =>
  (await import('./geojson.ts')).openGeoJson(terminal, file, fromCrs !== undefined)
const csv: Open = async (terminal, file, columns) => (await import('./csv.ts')).openCsv(terminal, file, columns)

/** A format that is read from several places of the file. */
const ofFile =
  (open: (file: string) => Promise<Places>): Open =>
  async (_, file) => {
    if (!(await isPipe(file))) return open(file)
    throw new UsageError(`${file} is a pipe, expected a file`, { next: 'A pipe may contain only GeoJSON or CSV.' })
  }

const geoparquet = ofFile(async (file) => (await import('./geoparquet.ts')).openGeoParquet(file))

const byExtension: Readonly<Record<string, Open>> = {
  '.csv': csv,
  '.tsv': csv,
  '.txt': csv,
  '.shp': ofFile(async (file) => (await import('./shapefile.ts')).openShapefile(file)),
  '.fgb': ofFile(async (file) => (await import('./flatgeobuf.ts')).openFlatGeobuf(file)),
  '.parquet': geoparquet,
  '.geoparquet': geoparquet,
  '.gpkg': ofFile(async (file) => (await import('./geopackage.ts')).openGeoPackage(file))
}

const unreadable: Readonly<Record<string, string>> = {
  '.zip': 'Unpack it first: unzip',
  '.kml': 'Convert it to GeoJSON: ogr2ogr',
  '.gml': 'Convert it to GeoJSON: ogr2ogr',
  '.xlsx': 'Save it as CSV.',
  '.xls': 'Save it as CSV.',
  '.ods': 'Save it as CSV.'
}

/** Opens a file of places by its extension; else a table where its columns are named, or GeoJSON. `-` is the pipe. */
export function openPlaces(terminal: Terminal, file: string, reading: Reading): Promise<Places> {
  if (/^https?:\/\//i.test(file)) {
    throw new UsageError(`${file} is a URL, expected a file`, {
      next: `To send it through a pipe: curl -sSL ${file} | geoclients cas extract -`
    })
  }
  const extension = extname(file.replace(/\.gz$/, '')).toLowerCase()
  const next = unreadable[extension]
  if (next) throw new UsageError(`${file} cannot be read directly`, { next })
  const isTable = (reading.lon !== undefined || reading.lat !== undefined) && !extension.includes('json')
  return (byExtension[extension] ?? (isTable ? csv : geojson))(terminal, file, reading)
}
