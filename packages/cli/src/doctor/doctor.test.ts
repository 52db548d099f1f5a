import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { cli } from '../testing/cli.ts'
import { verdictsOfPage } from '../testing/compatibility-page.ts'
import { ogcServer } from '../testing/servers.ts'
import type { Examination } from './examine.ts'

async function examined(dialect: 'strict' | 'wraptile' | 'pygeoapi', ...args: string[]) {
  const { url, mock } = await ogcServer({ dialect })
  const { stdout, code } = await cli(['doctor', url, '--json', ...args])
  const examination: Examination = JSON.parse(stdout)
  return { code, mock, ...examination }
}

test.each([
  ['strict', 'mock'],
  ['wraptile', 'wraptile'],
  ['pygeoapi', 'pygeoapi']
] as const)('what it says of the dialect %s is what the compatibility page says of %s', async (dialect, column) => {
  const page = await verdictsOfPage(column)
  const { findings } = await examined(dialect)
  const both = findings.filter(({ feature }) => page.has(feature))
  expect(both.length).toBeGreaterThan(12)
  expect(Object.fromEntries(both.map(({ feature, verdict }) => [feature, verdict]))).toEqual(
    Object.fromEntries(both.map(({ feature }) => [feature, page.get(feature)]))
  )
})

test('a server as in the standard: all yes, and exit code 0, strict or not', async () => {
  const { code, findings, versions, processes } = await examined('strict', '--strict')
  expect(findings.filter(({ verdict }) => verdict !== 'yes')).toEqual([])
  expect({ code, versions, processes }).toEqual({ code: 0, versions: ['1.0'], processes: 7 })
})

test('it sends no execution and removes no job, unless it is told to run a process', async () => {
  const { mock } = await examined('strict')
  expect(mock.requests.filter(({ method }) => method === 'POST')).toEqual([])
  const ran = await examined('strict', '--run', 'primes_between')
  expect(ran.findings.at(-1)).toEqual({
    feature: 'primes_between runs with its defaults, and returns the outputs of its description',
    verdict: 'yes'
  })
  expect(ran.mock.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test('what is claimed wrongly fails the examination', async () => {
  const { url, mock } = await ogcServer()
  mock.failNext({ status: 404 }, { method: 'GET', path: '/jobs', times: 20 })
  const { code, stdout, stderr } = await cli(['doctor', url])
  expect(stdout).toContain('no\tThe claim about job-list is true\tIs declared, but GET /jobs returns 404.\t')
  expect([code, stderr]).toEqual([2, expect.stringContaining('the server deviates from the standard')])
})

test('a report in Markdown with a badge', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doctor-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await examined('pygeoapi', '--markdown', join(folder, 'report.md'))
  const report = await readFile(join(folder, 'report.md'), 'utf8')
  expect(report).toMatch(/!\[\d+ of \d+\]\(report\.svg\)/)
  expect(report).toContain('| An unknown path returns 404 as JSON | **partly** |')
  expect(await readFile(join(folder, 'report.svg'), 'utf8')).toContain('aria-label="OGC Processes: ')
})

test('no server there: 3', async () => {
  const { url, close } = await ogcServer()
  await close()
  expect(await cli(['doctor', url])).toMatchObject({ code: 3, stdout: '' })
})
