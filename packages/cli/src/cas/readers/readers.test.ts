import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js'
import { geojsonToWkb } from 'hyparquet-writer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cli } from '../../testing/cli.ts'
import { casServer } from '../../testing/servers.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readers-'))
})
afterAll(() => rm(folder, { recursive: true }))

const points = [
  [7.5, 46.9],
  [8.1, 47.2]
] as const

/** The rows of an extraction from a file, as the positions of its points. */
async function read(name: string, bytes: Uint8Array | string | undefined, ...args: string[]) {
  const file = join(folder, name)
  if (bytes !== undefined) await writeFile(file, bytes)
  const { url } = await casServer()
  const options = ['-d', 'demo_terrain:elevation', '-f', 'geojsonl', '--quiet', '--base-url', url, ...args]
  const { stdout, stderr, code } = await cli(['cas', 'extract', file, ...options])
  const features = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  return { stderr, code, features }
}

const named = (name: string) => ({ type: 'name', properties: { name } })

/** A Shapefile of points, by its specification. */
function shapefile(positions: readonly (readonly [number, number])[]): Buffer {
  const bytes = Buffer.alloc(100 + positions.length * 28)
  bytes.writeInt32BE(9994, 0)
  bytes.writeInt32BE(bytes.length / 2, 24)
  bytes.writeInt32LE(1000, 28)
  bytes.writeInt32LE(1, 32)
  for (const [index, [x, y]] of positions.entries()) {
    const at = 100 + index * 28
    bytes.writeInt32BE(index + 1, at)
    bytes.writeInt32BE(10, at + 4)
    bytes.writeInt32LE(1, at + 8)
    bytes.writeDoubleLE(x, at + 12)
    bytes.writeDoubleLE(y, at + 20)
  }
  return bytes
}

/** Its table: one column of texts. */
function dbf(names: readonly string[]): Buffer {
  const head = Buffer.alloc(65)
  head.writeUInt8(3, 0)
  head.writeUInt32LE(names.length, 4)
  head.writeUInt16LE(65, 8)
  head.writeUInt16LE(9, 10)
  head.write('NAME', 32, 'latin1')
  head.write('C', 43, 'latin1')
  head.writeUInt8(8, 48)
  head.writeUInt8(13, 64)
  return Buffer.concat([head, ...names.map((name) => Buffer.from(` ${name.padEnd(8)}`, 'latin1')), Buffer.from([26])])
}

const collection = {
  type: 'FeatureCollection' as const,
  features: points.map((coordinates, n) => ({
    type: 'Feature' as const,
    properties: { n },
    geometry: { type: 'Point' as const, coordinates: [...coordinates] }
  }))
}
const utm =
  'PROJCS["ETRS89 / UTM zone 32N",GEOGCS["ETRS89",DATUM["D",SPHEROID["GRS 1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",9],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]'

const positions = (features: readonly { geometry: { coordinates: number[] } }[]): number[][] =>
  features.map(({ geometry }) => geometry.coordinates)

test('GeoJSON, packed by gzip, and lines', async () => {
  expect(positions((await read('a.geojson.gz', gzipSync(JSON.stringify(collection)))).features)).toEqual(points)
  const lines = collection.features.map((feature) => JSON.stringify(feature)).join('\n')
  expect(positions((await read('a.geojsonl', lines)).features)).toEqual(points)
})

test('CSV by any separator, with decimal commas', async () => {
  const { features } = await read(
    'a.csv',
    '\uFEFFname;Längengrad;lat\nx;7,5;46,9\n"y;z";8,1;47,2\n',
    '--lon',
    'Längengrad'
  )
  expect(positions(features)).toEqual(points)
  expect(features[1].properties.name).toBe('y;z')
})

test('Shapefile, with its table; a projected one is refused by name, or transformed', async () => {
  await writeFile(join(folder, 'a.dbf'), dbf(['eins', 'zwei']))
  const { features } = await read('a.shp', shapefile(points))
  expect(positions(features)).toEqual(points)
  expect(features[0].properties.NAME).toBe('eins')
  await writeFile(join(folder, 'b.dbf'), dbf(['x']))
  await writeFile(join(folder, 'b.prj'), utm)
  const refused = await read('b.shp', shapefile([[500000, 5200000]]))
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('the coordinates are in ETRS89 / UTM zone 32N')
  })
  for (const crs of ['file', 'EPSG:25832', 'EPSG:32632']) {
    const { features } = await read('b.shp', undefined, '--from-crs', crs)
    expect(features[0].geometry.coordinates[0]).toBeCloseTo(9, 5)
    expect(features[0].geometry.coordinates[1]).toBeCloseTo(46.95, 1)
  }
})

test('GeoJSON that names its system is transformed; a geometry alone is a place', async () => {
  const metres = {
    type: 'Feature',
    properties: null,
    geometry: { type: 'Point', coordinates: [1001875.417, 5009377.086] }
  }
  const file = JSON.stringify({ type: 'FeatureCollection', crs: named('EPSG:3857'), features: [metres] })
  const { features } = await read('crs.geojson', file, '--from-crs', 'EPSG:3857')
  expect(features[0].geometry.coordinates.map(Math.round)).toEqual([9, 41])
  expect(
    positions((await read('alone.geojson', JSON.stringify({ type: 'Point', coordinates: [7, 47] }))).features)
  ).toEqual([[7, 47]])
})

test('a URL is no file: what to do is said', async () => {
  expect(await cli(['cas', 'extract', 'https://h.example/a.geojson', '-d', 'a:b'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('curl -sSL https://h.example/a.geojson | geoclients cas extract -')
  })
})

test.each(['by its name.csv.gz', 'without its name.csv'])('a table packed by gzip, told %s', async (name) => {
  expect(positions((await read(name, gzipSync('lon,lat\r\n7.5,46.9\r\n8.1,47.2\r\n'))).features)).toEqual(points)
})

test('a table that is only called packed', async () => {
  expect(positions((await read('plain.csv.gz', 'lon,lat\n7.5,46.9\n8.1,47.2\n')).features)).toEqual(points)
})

test('FlatGeobuf', async () => {
  const { features } = await read('a.fgb', serialize(collection))
  expect(positions(features).sort()).toEqual(points)
})

test('GeoPackage', async () => {
  const file = join(folder, 'a.gpkg')
  const database = new DatabaseSync(file)
  database.exec(`CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER PRIMARY KEY, definition TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'GEOGCS["WGS 84"]');
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
    INSERT INTO gpkg_geometry_columns VALUES ('sites', 'geom', 4326);
    CREATE TABLE sites (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT)`)
  for (const [index, coordinates] of points.entries()) {
    const head = Buffer.from([0x47, 0x50, 0, 1, 0xe6, 0x10, 0, 0])
    const blob = Buffer.concat([head, geojsonToWkb({ type: 'Point', coordinates: [...coordinates] })])
    database.prepare('INSERT INTO sites VALUES (?, ?, ?)').run(index, blob, `s${index}`)
  }
  database.close()
  const { features } = await read('a.gpkg', undefined)
  expect(positions(features)).toEqual(points)
  expect(features[1].properties.name).toBe('s1')
})

test.each([
  ['x.parquet', 'no parquet', 'is not a Parquet file'],
  ['x.gpkg', 'no database', 'is not a GeoPackage'],
  ['x.csv', 'a,b\n1,2\n', 'no column of coordinates'],
  ['y.csv', 'lon,lat\n"1,2\n', 'is not a table'],
  ['e.csv', '', 'is empty, expected places'],
  ['e.geojson', '', 'is empty, expected places'],
  ['blank.csv', '\n\n', 'has no line with the names of columns'],
  ['twice.csv', 'lon,lat,lon\n1,2,3\n', 'has two columns lon'],
  [
    'latin1.csv',
    Buffer.from('name,lon,lat\nZ\xfcrich,8,47\n', 'latin1'),
    'is not UTF-8, in the line that begins with "Z'
  ],
  ['latin1-head.csv', Buffer.from('H\xf6he,lon,lat\n1,8,47\n', 'latin1'), 'is not UTF-8'],
  ['cut.csv.gz', gzipSync('lon,lat\n1,2\n').subarray(0, 20), 'is packed by gzip and is cut off'],
  ['broken.csv.gz', gzipSync('lon,lat\n1,2\n').fill(7, 10, 14), 'is packed by gzip and is damaged'],
  ['x.xlsx', 'PK', 'Save it as CSV'],
  [
    'crs.geojson',
    JSON.stringify({ type: 'FeatureCollection', crs: named('EPSG:3857'), features: [] }),
    '--from-crs EPSG:CODE'
  ],
  ['x.zip', 'PK', 'Unpack it first'],
  ['x.geojson', '<html>', 'HTML'],
  ['x.fgb', 'no flatgeobuf', 'is not a FlatGeobuf'],
  ['x.shp', 'no shapefile', 'is not a Shapefile']
])('%s is said to be none', async (name, bytes, message) => {
  expect(await read(name, bytes)).toMatchObject({ code: 1, stderr: expect.stringContaining(message) })
})
