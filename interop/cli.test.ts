import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { verdictsOfPage } from '../packages/cli/src/testing/compatibility-page.ts'

/* The command line as it was built, against the real servers. */

const program = join(import.meta.dirname, '../packages/cli/dist/main.js')
let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'cli-'))
})
afterAll(() => rm(home, { recursive: true }))

function cli(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { PATH: process.env.PATH, HOME: home }
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
    )
  })
}

const urls = inject('baseUrls')

test.each([
  ['wraptile', 'wraptile'],
  ['pygeoapi', 'pygeoapi 0'],
  ['pygeoapi-without-manager', 'pygeoapi']
] as const)('the doctor says of %s what the compatibility page says', async (server, column) => {
  const page = await verdictsOfPage(column)
  const { stdout, stderr } = await cli('doctor', urls[server], '--json')
  expect(stderr).not.toContain('error: GET')
  const { findings }: { findings: { feature: string; verdict: string }[] } = JSON.parse(stdout)
  const both = findings.filter(({ feature }) => page.has(feature))
  expect(both.length).toBeGreaterThan(10)
  expect(both.map(({ feature, verdict }) => `${feature}: ${verdict}`)).toEqual(
    both.map(({ feature }) => `${feature}: ${page.get(feature)}`)
  )
})

test('wraptile: a process is described, run, followed and removed', async () => {
  const at = ['--base-url', urls.wraptile]
  const processes = JSON.parse((await cli('ogc', 'processes', '--json', ...at)).stdout)
  expect(processes).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'primes_between' })]))
  const ran = await cli('ogc', 'run', 'primes_between', '-i', 'min_val=10', '-i', 'max_val=20', ...at)
  expect(ran).toMatchObject({ code: 0, stdout: 'return_value\t[11,13,17,19]\t\n' })
  expect(ran.stderr).toMatch(/primes_between · \S+ · successful/)
  const { jobID } = JSON.parse(
    (await cli('ogc', 'run', 'sleep_a_while', '-i', 'duration=60', '--detach', '--json', ...at)).stdout
  )
  expect((await cli('ogc', 'job', jobID, ...at)).stdout).toMatch(/status\t(accepted|running)\n/)
  expect((await cli('ogc', 'dismiss', jobID, ...at)).stdout).toContain('status\tdismissed\n')
  expect(await cli('ogc', 'run', 'primes_between', '-i', 'min_val=x', '--no-validate', ...at)).toMatchObject({
    code: 2
  })
})

test('pygeoapi: results that come at once are saved', async () => {
  const out = join(home, 'out')
  const { code, stdout } = await cli('ogc', 'processes', '--json', '--base-url', urls.pygeoapi)
  expect(code).toBe(0)
  expect(JSON.parse(stdout).map(({ id }: { id: string }) => id)).toContain('hello-world')
  const ran = await cli('ogc', 'run', 'hello-world', '-i', 'name=Ann', '-o', out, '--base-url', urls.pygeoapi)
  expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('out/echo.json') })
  expect(await readFile(join(out, 'echo.json'), 'utf8')).toContain('Hello Ann!')
})

test('cas: datasets are listed, and a table is made', async () => {
  const at = ['--base-url', urls.cas]
  const datasets: { id: string }[] = JSON.parse((await cli('cas', 'datasets', '--json', ...at)).stdout)
  const id = datasets.find((dataset) => dataset.id.startsWith('local_demo:'))?.id ?? datasets[0]?.id ?? ''
  const file = join(home, 'sites.csv')
  await writeFile(file, 'site,lon,lat\na,7.5,46.9\nb,8.1,47.2\n')
  const { code, stdout } = await cli('cas', 'extract', file, '-d', id, '--quiet', ...at)
  const [head, ...rows] = stdout.trim().split('\n')
  expect([code, head]).toEqual([0, expect.stringMatching(/^site,lon,lat,\w+/)])
  expect(rows).toEqual([expect.stringMatching(/^a,7\.5,46\.9,./), expect.stringMatching(/^b,8\.1,47\.2,./)])
})
