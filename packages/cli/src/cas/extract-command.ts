import type { AggregationMethod } from '@geoclients/cas-client'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { count, several, withService } from '../program/service-options.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { details, type ExtractOptions, formats, type Shard } from './extract/options.ts'

const aggregations: readonly AggregationMethod[] = [
  'mean',
  'median',
  'min',
  'max',
  'std',
  'sum',
  'majority',
  'minority',
  'unique',
  'distribution'
]
const columns: readonly string[] = ['quality', ...details]

const help = `
Reads GeoJSON (a collection, lines, RFC 8142, gzip), CSV with coordinates, Shapefile, FlatGeobuf, GeoParquet and
GeoPackage. The extension of the output selects the format. Without -o, it writes a table to a terminal and CSV to a pipe.

Examples:
  geoclients cas extract catchments.geojson -d copernicus:elevation -o catchments.csv
  geoclients cas extract sites.csv --lon x --lat y -d a:land_cover -a distribution -o sites.parquet
  geoclients cas extract basins.shp --from-crs file -d a:clay -d a:soc --with units,licence -o basins.csv --resume
  geoclients cas extract big.fgb -d a:clay -o part-3.csv --shard 3/16 --resume`

/** `geoclients cas extract`. */
export function defineExtract(cas: Command, terminal: Terminal): void {
  const command = cas
    .command('extract')
    .argument('<file>', 'a file with places; - is standard input')
    .description('attributes of the places in a file, as a table')
    .requiredOption('-d, --dataset <id...>', 'the datasets', several)
    .addOption(
      new Option('-a, --aggregation <method...>', 'how the values of an area are combined').choices(aggregations)
    )
    .option('--start <time>', 'start of the time range')
    .option('--end <time>', 'end of the time range')
    .option('-o, --output <file>', 'write the result to this file')
    .addOption(new Option('-f, --format <format>', 'format of the result').choices(formats))
    .option('--lon <column>', 'the column with the longitudes, in a CSV file')
    .option('--lat <column>', 'the column with the latitudes, in a CSV file')
    .option(
      '--from-crs <crs>',
      'transform from this system: EPSG:CODE, a proj string, or "file" for the system that the file names'
    )
    .option('--prefix <text>', 'a prefix for the new columns')
    .addOption(new Option('--names <kind>', 'short: at most ten characters, for Shapefiles').choices(['full', 'short']))
    .option('--with <what>', `additional columns for each value: ${columns.join(',')}`, oneOf)
    .option('--sidecar', 'write facts about the datasets to a file next to the output')
    .option('--map <file.svg>', 'draw a map of the first dataset')
    .option('--overwrite', 'replace columns of the file that have the same names')
    .option('--resume', 'continue an interrupted run, or begin a new one')
    .option('--retry-failed', 'repeat only the failed rows')
    .option('--force', 'replace the output, and discard an unfinished run')
    .option('--shard <n/of>', 'process only this part of the file, for job arrays', shard)
    .option('--rate <n>', 'maximum number of requests per minute', count)
    .option('--concurrency <n>', 'maximum number of simultaneous requests', count)
    .option('--quiet', 'show no progress and no report')
    .addHelpText('after', help)
  withService(command).action(async (file: string, options: ExtractOptions) =>
    (await import('./extract/extract.ts')).extract(terminal, file, options)
  )
}

function shard(text: string): Shard {
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? []
  if (part === undefined || of === undefined || part < 1 || part > of) {
    throw new InvalidArgumentError('Expected a part such as 3/16.')
  }
  return { part, of }
}

function oneOf(text: string): readonly string[] {
  const wanted = text.split(',').map((name) => name.trim())
  const wrong = wanted.find((name) => !columns.includes(name))
  if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is not one of ${columns.join(', ')}.`)
  return wanted
}
