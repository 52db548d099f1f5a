import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCasMock, type ExtractionContext, type MockProvider } from '@geoclients/cas-client/mock'
import { serve } from '@geoclients/cas-client/mock/node'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { type CliOptions, cli, type Ran } from '../../testing/cli.ts'
import { casServer } from '../../testing/servers.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'extract-'))
  onTestFinished(() => rm(folder, { recursive: true }))
})

const path = (name: string): string => join(folder, name)
const text = (name: string): Promise<string> => readFile(path(name), 'utf8')

async function sites(rows: readonly string[] = ['a,7.5,46.9', 'b,8.1,47.2'], name = 'sites.csv'): Promise<string> {
  await writeFile(path(name), `${['site,lon,lat', ...rows].join('\n')}\n`)
  return path(name)
}

async function extractor(options: Parameters<typeof casServer>[0] = {}) {
  const { url, mock } = await casServer(options)
  const run = (args: readonly string[], more?: CliOptions): Promise<Ran> =>
    cli(['cas', 'extract', ...args, '--base-url', url], more)
  return { run, mock, url }
}

const elevation = ['-d', 'demo_terrain:elevation']

test('CSV in, CSV out: own columns, then values; what it will do and what it did is said', async () => {
  const { run } = await extractor()
  const { code, stdout, stderr } = await run([await sites(), ...elevation, '-o', path('out.csv')])
  expect([code, stdout]).toEqual([0, ''])
  expect(stderr).toContain('2 places, 1 dataset: at least 1 request\n')
  expect(stderr).toMatch(/2 rows in .*out\.csv, \d+ s\n$/)
  expect(await text('out.csv')).toMatch(/^site,lon,lat,elevation\na,7\.5,46\.9,[\d.]+\nb,8\.1,47\.2,[\d.]+\n$/)
  expect((await readdir(folder)).sort()).toEqual(['out.csv', 'sites.csv'])
})

test('into a pipe it is CSV, on a terminal a table, with --json a report', async () => {
  const { run } = await extractor()
  const file = await sites()
  expect((await run([file, ...elevation, '--quiet'])).stdout).toMatch(/^site,lon,lat,elevation\n/)
  expect((await run([file, ...elevation, '--quiet'], { columns: 80 })).stdout).toMatch(/row.*site.*elevation/)
  const report = await run([file, ...elevation, '-o', path('o.csv'), '--json', '--quiet'])
  expect(JSON.parse(report.stdout)).toMatchObject({ rows: 2, failed: 0, empty: [] })
})

test('GeoJSON from the pipe, GeoJSON out: whole numbers of any length stay', async () => {
  const { run } = await extractor()
  const stdin =
    '{"type":"Feature","id":12345678901234567890,"properties":{"n":1},"geometry":{"type":"Point","coordinates":[7,47]}}\n'
  const { stdout, code } = await run(['-', ...elevation, '-f', 'geojsonl', '--quiet'], { stdin })
  expect(code).toBe(0)
  expect(stdout).toContain('"id":12345678901234567890')
  expect(stdout).toMatch(/"properties":\{"n":1,"elevation":[\d.]+\}/)
  await run(['-', ...elevation, '-o', path('o.geojson'), '--quiet'], { stdin })
  expect(JSON.parse(await text('o.geojson'))).toMatchObject({
    type: 'FeatureCollection',
    features: [{ type: 'Feature' }]
  })
})

test('GeoParquet out: typed columns and geometries, which can be read in again', async () => {
  const { run } = await extractor()
  const args = ['-d', 'demo_land:land_cover', '-a', 'distribution', '--quiet']
  expect((await run([await sites(), ...elevation, ...args, '-o', path('o.parquet')])).code).toBe(0)
  const file = await asyncBufferFromFile(path('o.parquet'))
  const metadata = await parquetMetadataAsync(file)
  expect(metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value).toContain('"encoding":"WKB"')
  const rows = await parquetReadObjects({ file })
  expect(rows).toMatchObject([{ site: 'a', geometry: { type: 'Point', coordinates: [7.5, 46.9] } }, { site: 'b' }])
  expect(rows[0]?.elevation).toBeTypeOf('number')
  const again = await run([path('o.parquet'), '-d', 'demo_terrain:slope', '--quiet'])
  expect(again.stdout.split('\n')[0]).toMatch(/^site,lon,lat,elevation,.*slope$/)
})

test('classes are columns, 0 where they do not occur', async () => {
  const { run } = await extractor()
  const box = (x: number, y: number) => [
    [x, y],
    [x + 0.02, y],
    [x + 0.02, y + 0.02],
    [x, y + 0.02],
    [x, y]
  ]
  const features = [
    [8, 47],
    [100, 10],
    [-60, -10]
  ].map(([x = 0, y = 0], id) => ({
    type: 'Feature',
    id,
    properties: {},
    geometry: { type: 'Polygon', coordinates: [box(x, y)] }
  }))
  await writeFile(path('in.geojson'), JSON.stringify({ type: 'FeatureCollection', features }))
  const { stdout } = await run([path('in.geojson'), '-d', 'demo_land:land_cover', '-a', 'distribution', '--quiet'])
  const [head = '', ...rows] = stdout.trim().split('\n')
  expect(head).toMatch(/^id,land_cover\.\w+/)
  for (const row of rows) {
    const values = row.split(',').slice(1).map(Number)
    expect(values).toHaveLength(head.split(',').length - 1)
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 1)
  }
})

test('a class is one of its own dataset, although the names of others begin alike', async () => {
  const { run } = await extractor({ providers: (builtIn) => [...builtIn, landUse(builtIn)] })
  await writeFile(path('in.csv'), 'lon,lat,landuse.forest,landuse.water\n7,-10,x,y\n7,10,x,y\n')
  const args = ['-d', 'x:land_cover', '-d', 'x:land', '-a', 'distribution', '--quiet']
  const { stdout } = await run([path('in.csv'), ...args])
  expect(stdout.split('\n')).toEqual([
    'lon,lat,landuse.forest,landuse.water,land_cover.forest,land_cover.water,land.forest,land.water',
    '7,-10,x,y,0,1,0,1',
    '7,10,x,y,1,0,1,0',
    ''
  ])
  const several = await run([path('in.csv'), '-d', 'x:land', '-a', 'distribution', '-a', 'unique', '--quiet'])
  expect(several.stdout).toMatch(
    /,land_distribution\.forest,land_distribution\.water,land_unique,.*\n7,-10,x,y,0,1,.*\n7,10,x,y,1,0,/
  )
})

/** Two datasets with one class in the north, another in the south. */
function landUse(builtIn: readonly MockProvider[]): MockProvider {
  const land = builtIn.find(({ slug }) => slug === 'demo_land')
  const [cover] = land?.datasets ?? []
  if (!land || !cover) throw new Error('the mock has no land cover')
  const datasets = ['x:land_cover', 'x:land'].map((id) => ({
    description: { ...cover.description, id, provider: 'x' },
    extract: ({ latitude }: ExtractionContext) => ({ value: latitude > 0 ? { forest: 1 } : { water: 1 } })
  }))
  return { ...land, slug: 'x', datasets }
}

test('names of datasets that begin alike, units and licence beside them, a sidecar, short names', async () => {
  const { run } = await extractor()
  const file = await sites()
  const two = [...elevation, '-d', 'demo_terrain:elevation_1km', '--quiet']
  const { stdout } = await run([file, ...two, '--with', 'units,licence,quality'])
  expect(stdout.split('\n')[0]).toBe(
    'site,lon,lat,elevation,elevation_quality,elevation_units,elevation_licence,elevation_1km,elevation_1km_quality,elevation_1km_units,elevation_1km_licence'
  )
  expect(stdout).toContain(',good,m,CC0-1.0,')
  await run([file, ...two, '--names', 'short', '--sidecar', '-o', path('o.csv')])
  for (const name of (await text('o.csv')).split('\n')[0]?.split(',') ?? []) expect(name.length).toBeLessThanOrEqual(10)
  expect(JSON.parse(await text('o.csv.datasets.json'))).toMatchObject([
    { column: 'elevation', dataset: 'demo_terrain:elevation', units: 'm' },
    { column: 'elevation_1km' }
  ])
})

test('a row that cannot be right fails alone, and is told; the journal stays for another try', async () => {
  const { run, mock } = await extractor()
  const file = await sites(['a,7.5,46.9', 'b,,', 'c,8,47'])
  const { code, stderr } = await run([file, ...elevation, '-o', path('o.csv')])
  expect([code, stderr]).toEqual([
    2,
    expect.stringContaining('1 row failed:\n  1 × lon must be a finite number, got "" (first in row 2)\n')
  ])
  expect(await text('o.csv')).toMatch(/^site,lon,lat,elevation,error\na,.*,\nb,,,,".*"\nc,/)
  expect(await readdir(folder)).toContain('o.csv.journal')
  const asked = mock.requests.length
  const again = await run([file, ...elevation, '-o', path('o.csv'), '--retry-failed', '--quiet'])
  expect(again.code).toBe(2)
  expect(mock.requests.length - asked).toBeLessThanOrEqual(3)
})

test('--retry-failed asks for what failed only, and completes the table', async () => {
  const { run, mock } = await extractor()
  const file = await sites()
  mock.failNext({ status: 400, body: { detail: 'not today' } }, { path: /extract/, times: 50 })
  const first = await run([file, ...elevation, '-o', path('o.csv'), '--quiet'])
  expect(first.code).toBe(2)
  mock.reset()
  if (await readdir(folder).then((names) => names.includes('o.csv'))) {
    expect((await run([file, ...elevation, '-o', path('o.csv'), '--retry-failed', '--quiet'])).code).toBe(0)
  } else expect((await run([file, ...elevation, '-o', path('o.csv'), '--resume', '--quiet'])).code).toBe(0)
  expect(await text('o.csv')).toMatch(/^site,lon,lat,elevation\na,7\.5,46\.9,[\d.]+\nb,8\.1,47\.2,[\d.]+\n$/)
  expect((await readdir(folder)).sort()).toEqual(['o.csv', 'sites.csv'])
})

test('--retry-failed belongs to the same run: with other datasets it is refused, and --resume goes on after it', async () => {
  const { run, mock } = await extractor()
  const file = await sites()
  const args = [file, '-o', path('o.csv'), '--quiet']
  mock.failNext({ status: 400, body: { detail: 'not today' } }, { path: /extract/, times: 5 })
  expect((await run([...args, ...elevation])).code).toBe(2)
  expect(await run([...args, '-d', 'demo_land:land_cover', '--retry-failed'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('o.csv.journal belongs to a run with other arguments')
  })
  expect((await readdir(folder)).sort()).toEqual(['o.csv', 'o.csv.journal', 'sites.csv'])
  mock.reset()
  mock.failNext({ status: 400, body: { detail: 'not today' } }, { path: /extract/, times: 5 })
  expect((await run([...args, ...elevation, '--retry-failed'])).code).toBe(2)
  mock.reset()
  expect((await run([...args, ...elevation, '--resume'])).code).toBe(2)
  expect((await run([...args, ...elevation, '--retry-failed'])).code).toBe(0)
  expect((await readdir(folder)).sort()).toEqual(['o.csv', 'sites.csv'])
})

test('--retry-failed sends no more requests at once than --concurrency allows', async () => {
  const mock = createCasMock()
  let [open, most] = [0, 0]
  const handle = async (request: Request): Promise<Response> => {
    open += 1
    most = Math.max(most, open)
    const response = await mock.handle(request)
    await new Promise(setImmediate)
    open -= 1
    return response
  }
  const server = await serve({ ...mock, handle })
  onTestFinished(() => server.close())
  mock.failNext({ status: 400, body: { detail: 'not today' } }, { path: /extract/, times: 50 })
  const several = ['mean', 'min', 'max', 'std', 'sum'].flatMap((method) => ['-a', method])
  const args = [
    'cas',
    'extract',
    await sites(),
    ...elevation,
    ...several,
    '-o',
    path('o.csv'),
    '--base-url',
    server.url
  ]
  expect((await cli([...args, '--quiet'])).code).toBe(2)
  mock.reset()
  most = 0
  expect((await cli([...args, '--quiet', '--retry-failed', '--concurrency', '1'])).code).toBe(0)
  expect(most).toBe(1)
})

test('shards together are the whole, each row once', async () => {
  const { run } = await extractor()
  const file = await sites(Array.from({ length: 10 }, (_, index) => `s${index},${7 + index / 10},47`))
  const parts = await Promise.all(
    [1, 2, 3].map(async (part) => (await run([file, ...elevation, '--shard', `${part}/3`, '--quiet'])).stdout)
  )
  const names = parts.flatMap((part) => part.trim().split('\n').slice(1)).map((row) => row.split(',')[0])
  expect(names.sort()).toEqual(Array.from({ length: 10 }, (_, index) => `s${index}`))
})

test.each([
  [['--from-crs', 'nope:1'], '--from-crs nope:1 is unknown'],
  [['-o', 'x.xls'], 'the extension of x.xls does not name a known format'],
  [['-f', 'parquet'], '-f parquet needs -o FILE'],
  [['--resume'], 'need -o FILE'],
  [['--retry-failed', '--force', '-o', 'x.csv'], '--force starts again, so it excludes --resume and --retry-failed'],
  [['--start', '2020-01-01'], 'pass both --start and --end, or neither'],
  [['--start', '2020-13-01', '--end', '2021-01-01'], '--start is "2020-13-01", expected a time such as 2020-01-31'],
  [['--shard', '4/3'], 'Expected a part such as 3/16'],
  [['--with', 'colour'], '"colour" is not one of'],
  [['--lon', 'x'], 'no column x']
])('%j is a wrong usage: %s', async (args, message) => {
  const { run } = await extractor()
  expect(await run([await sites(), ...elevation, ...args])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(message)
  })
})

test('an unknown dataset, a missing file, an output that is there', async () => {
  const { run } = await extractor()
  const file = await sites()
  expect((await run([file, '-d', 'x:elevation'])).stderr).toContain(
    'no dataset x:elevation; similar: demo_terrain:elevation'
  )
  expect((await run([path('none.csv'), ...elevation])).stderr).toContain('none.csv: there is no such file')
  expect((await run([folder, ...elevation])).stderr).toContain('it is a folder')
  await writeFile(path('o.csv'), 'mine')
  expect((await run([file, ...elevation, '-o', path('o.csv')])).stderr).toContain('To replace it: --force')
  expect(await text('o.csv')).toBe('mine')
  expect((await run([file, ...elevation, '-o', path('o.csv'), '--force', '--quiet'])).code).toBe(0)
})

test.each([
  ['is-there', 'is a folder, expected a file'],
  ['none/o.csv', 'there is no folder'],
  ['sites.csv', 'is the file that is read']
])('%s is no place for the table, which is said before anything is asked', async (output, message) => {
  const { run, mock } = await extractor()
  await mkdir(path('is-there'))
  const file = await sites()
  const { code, stderr } = await run([file, ...elevation, '-o', path(output), '--force'])
  expect([code, stderr]).toEqual([1, expect.stringContaining(message)])
  expect([mock.requests, (await readdir(folder)).sort()]).toEqual([[], ['is-there', 'sites.csv']])
})

test('a column that the file has already is told, with the ways out', async () => {
  const { run } = await extractor()
  await writeFile(path('again.csv'), 'lon,lat,elevation\n8,47,1\n')
  const { code, stderr } = await run([path('again.csv'), ...elevation])
  expect(code).toBe(2)
  expect(stderr).toContain('  1 × the file already has a column "elevation" (first in row 1)\n')
  expect(stderr).toContain('--prefix TEXT. To replace the columns of the file: --overwrite')
})

test('without places there is an empty table, and a warning', async () => {
  const { run } = await extractor()
  const { code, stderr } = await run([await sites([]), ...elevation, '-o', path('o.csv'), '--quiet'])
  expect([code, stderr]).toEqual([0, `warning: there are no places in ${path('sites.csv')}\n`])
  expect(await text('o.csv')).toBe('')
})

test('a file that is refused before its first row leaves no journal', async () => {
  const { run } = await extractor()
  await writeFile(path('cut.geojson'), '{"type":"FeatureCollection","features":[')
  expect((await run([path('cut.geojson'), ...elevation, '-o', path('o.csv')])).code).toBe(1)
  expect(await readdir(folder)).toEqual(['cut.geojson'])
})

test('coordinates that are no numbers or no degrees are told by their column and text', async () => {
  const { run } = await extractor()
  const { code, stdout, stderr } = await run([await sites(['a,x y,47', 'b,y,47', 'c,8,1200000']), ...elevation])
  expect([code, stdout]).toEqual([2, expect.stringContaining('a,x y,47,"lon must be a finite number, got ""x y"""\n')])
  expect(stderr).toContain('  2 × lon must be a finite number, got a text (first in row 1)\n')
  expect(stderr).toContain('  1 × lat must be a latitude from N to N, got N (first in row 3)\n')
  expect(stderr).toContain('--from-crs EPSG:CODE')
})

test('a run that asks for something else does not go on with a journal', async () => {
  const { run } = await extractor()
  const file = await sites(['a,7.5,46.9', 'b,,'])
  await run([file, ...elevation, '-o', path('o.csv'), '--quiet'])
  const other = await run([file, '-d', 'demo_terrain:slope', '-o', path('o.csv'), '--resume'])
  expect(other).toMatchObject({ code: 1, stderr: expect.stringContaining('belongs to a run with other arguments') })
  expect((await run([file, ...elevation, '-o', path('o.csv'), '--resume', '--quiet'])).code).toBe(2)
})
