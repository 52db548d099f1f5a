import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { program } from '../../testing/program.ts'
import { casServer } from '../../testing/servers.ts'

const count = 6000

/** Runs until it ends, or until `kill` says so, which is asked at each sign of life. */
function run(args: readonly string[], kill?: () => boolean): Promise<number | null> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  const timer = kill && setInterval(() => kill() && child.kill('SIGKILL'), 1)
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearInterval(timer)
      resolve(code)
    })
    child.stderr.resume()
  })
}

test('killed again and again, a run goes on and ends with the same bytes as one that was left alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'resume-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const { url, mock } = await casServer({ latency: 5, record: true })
  const features = Array.from({ length: count }, (_, id) => {
    const [x, y] = [6 + (id % 77) / 20, 46 + (id % 91) / 25]
    const ring = [
      [x, y],
      [x + 0.01, y],
      [x + 0.01, y + 0.01],
      [x, y + 0.01],
      [x, y]
    ]
    return { type: 'Feature', id, properties: { name: `é${id}` }, geometry: { type: 'Polygon', coordinates: [ring] } }
  })
  const file = join(folder, 'in.geojsonl')
  await writeFile(file, features.map((feature) => `${JSON.stringify(feature)}\n`).join(''))
  const args = (output: string) => {
    const datasets = ['-d', 'demo_terrain:elevation', '-d', 'demo_land:land_cover', '-a', 'distribution']
    return ['cas', 'extract', file, ...datasets, '--concurrency', '1', '-o', join(folder, output), '--base-url', url]
  }
  expect(await run(args('alone.csv'))).toBe(0)
  const requests = mock.requests.length

  const journal = join(folder, 'killed.csv.journal')
  let kills = 0
  for (;;) {
    const before = existsSync(journal) ? (await readFile(journal)).length : 0
    // A different moment each time: some bytes further than where it began.
    const further = before + 50_000 + Math.floor(Math.random() * 400_000)
    const { statSync } = await import('node:fs')
    const code = await run(
      [...args('killed.csv'), '--resume'],
      () => existsSync(journal) && statSync(journal).size > further
    )
    if (code !== null) {
      expect(code).toBe(0)
      break
    }
    kills += 1
    // A power cut leaves half a line, or worse.
    if (kills % 2 === 0)
      await writeFile(journal, Buffer.concat([await readFile(journal), Buffer.from('{"index":99,"fea\0\0')]))
  }
  expect(kills).toBeGreaterThan(0)
  expect(existsSync(journal)).toBe(false)
  const [alone, killed] = await Promise.all(
    ['alone.csv', 'killed.csv'].map((name) => readFile(join(folder, name), 'utf8'))
  )
  expect(killed).toBe(alone)
  expect(alone?.trim().split('\n')).toHaveLength(count + 1)
  // What was kept was not asked for again, but the batches under way.
  expect(mock.requests.length - requests).toBeLessThan(requests + kills * 8 + 8)
})
