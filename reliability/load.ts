import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { conclude, lineOf } from '../bench/conclude.ts'
import type { Figure } from '../bench/figure.ts'
import { countWrong, writePoints } from './load/points-file.ts'
import type { FileReport, JobsReport } from './load/report.ts'
import { startServer } from './server/start-server.ts'

/*
 * `npm run load -- [--jobs 10000] [--points 1000000] [--json FILE]`: waits for that many jobs at once, then enriches a GeoJSON
 * file of that many points, each in a process of its own beside a mock server in another one.
 */
const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '10000' },
    points: { type: 'string', default: '1000000' },
    json: { type: 'string' }
  }
})
const [jobs, points] = [values.jobs, values.points].map(Number) as [number, number]
if (![jobs, points].every((value) => Number.isSafeInteger(value) && value >= 0))
  throw new Error('--jobs and --points must be whole numbers from 0')

const run = promisify(execFile)
const MiB = 1_024 * 1_024
const rounded = (value: number): number => Math.round(value * 100) / 100

const figures = [...(jobs > 0 ? await loadOfJobs() : []), ...(points > 0 ? await loadOfPoints() : [])]
for (const figure of await conclude(figures, values.json)) console.log(lineOf(figure))

async function loadOfJobs(): Promise<Figure[]> {
  await using server = await startServer('ogc')
  const script = join(import.meta.dirname, 'load', 'watch-jobs.ts')
  const { stdout } = await run(process.execPath, ['--expose-gc', script, server.url, String(jobs)])
  const report = JSON.parse(stdout) as JobsReport
  const name = `${jobs.toLocaleString('en')} jobs`
  return [
    { name: `${name}: not waited for to the end`, value: jobs - report.ended, unit: 'jobs', goal: '0' },
    { name: `${name}: requests a round`, value: rounded(report.requests / report.rounds), unit: 'requests' },
    { name: `${name}: requests for each job`, value: rounded(report.requests / jobs), unit: 'requests' },
    { name: `${name}: rounds a minute`, value: rounded((60 * report.rounds) / report.seconds), unit: 'rounds' },
    { name: `${name}: heap for each wait`, value: rounded(report.heapPerJob / 1_024), unit: 'KiB' },
    { name: `${name}: peak memory`, value: rounded(report.peak / MiB), unit: 'MiB' },
    { name: `${name}: lateness, median`, value: Math.round(report.lateness.median), unit: 'ms' },
    { name: `${name}: lateness, p95`, value: Math.round(report.lateness.p95), unit: 'ms' }
  ]
}

async function loadOfPoints(): Promise<Figure[]> {
  await using server = await startServer('cas')
  const folder = await mkdtemp(join(tmpdir(), 'geoclients-load-'))
  try {
    const [from, to] = [join(folder, 'points.geojson'), join(folder, 'enriched.geojson')]
    await writePoints(from, points)
    const { stdout } = await run(process.execPath, [
      join(import.meta.dirname, 'load', 'enrich-file.ts'),
      server.url,
      from,
      to
    ])
    const report = JSON.parse(stdout) as FileReport
    const name = `${points.toLocaleString('en')} points from file to file`
    return [
      {
        name: `${name}: missing, doubled, out of order or wrong`,
        value: await countWrong(to, points),
        unit: 'features',
        goal: '0'
      },
      { name: `${name}: rows a second`, value: Math.round(report.rows / report.seconds), unit: 'rows' },
      { name: `${name}: peak memory above the start`, value: rounded(report.peak / MiB), unit: 'MiB' }
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}
