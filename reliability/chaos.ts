import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { conclude } from '../bench/conclude.ts'
import type { Figure } from '../bench/figure.ts'
import { installTools } from '../release/rehearsal/tools.ts'
import { type CampaignReport, violationsOf } from './chaos/campaign.ts'
import { bundlePrograms, runtimes } from './chaos/runtimes/runtimes.ts'
import { serveControl } from './chaos/server/control.ts'

/*
 * `npm run chaos -- [--runs 300] [--seed N] [--path P] [--on 'Node 24,Chromium'] [--json FILE]`: plays that many scenarios
 * with faults against both clients, and reports broken promises. The printed seed repeats a run; a path repeats one scenario.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000_000)) },
    path: { type: 'string' },
    on: { type: 'string', default: 'Node 24' },
    json: { type: 'string' }
  }
})
const runs = values.path === undefined ? wholeNumber('runs', values.runs) : 1
const seed = wholeNumber('seed', values.seed)
const names = values.on.split(',').map((name) => name.trim())
const chosen = names.map((name) => {
  const runtime = runtimes.find((one) => one.name === name)
  if (runtime) return runtime
  throw new Error(`--on names ${name}; there are ${runtimes.map((one) => one.name).join(', ')}`)
})

await installTools()
const folder = await mkdtemp(join(import.meta.dirname, '.programs-'))
const control = await serveControl()
const figures: Figure[] = []
try {
  await bundlePrograms(folder)
  for (const { name, lanes, run } of chosen) {
    console.log(`${name}: ${runs} scenarios, seed ${seed}`)
    const started = performance.now()
    const plan = { controlUrl: control.url, seed, runs, lanes, ...(values.path !== undefined && { path: values.path }) }
    tell(name, await run(folder, plan), Math.round((performance.now() - started) / 1_000))
  }
} finally {
  await control.close()
  await rm(folder, { recursive: true })
}
await conclude(figures, values.json)

function tell(name: string, report: CampaignReport, seconds: number): void {
  const { scenarios, calls, succeeded, requests, faults, platform, memory } = report
  const met = Object.values(faults).reduce((sum, count) => sum + count, 0)
  const violations = violationsOf(report)
  console.log(`  ${scenarios} scenarios, ${calls} calls (${succeeded} succeeded), ${requests} requests, ${seconds} s`)
  const kinds = Object.entries(faults).sort(([, a], [, b]) => b - a)
  console.log(`  ${met} faults: ${kinds.map(([kind, count]) => `${kind} ${count}`).join(', ')}`)
  if (platform.length > 0)
    console.log(`  ${platform.length} crashes of the platform's own fetch, which a program must catch`)
  for (const line of violations) console.log(`  violation: ${line} --on "${name}"`)
  console.log(`  violations: ${violations.length}`)
  figures.push(
    { name: `${name}: scenarios`, value: scenarios, unit: 'scenarios' },
    { name: `${name}: calls`, value: calls, unit: 'calls' },
    { name: `${name}: calls that succeeded`, value: succeeded, unit: 'calls' },
    { name: `${name}: requests`, value: requests, unit: 'requests' },
    { name: `${name}: faults`, value: met, unit: 'faults' },
    { name: `${name}: crashes of the platform`, value: platform.length, unit: 'crashes' },
    { name: `${name}: violations`, value: violations.length, unit: 'violations', goal: '0' }
  )
  if (memory) {
    const grown = (memory[1] - memory[0]) / 1024 / 1024
    figures.push({
      name: `${name}: growth of the heap`,
      value: Math.round(grown * 10) / 10,
      unit: 'MiB',
      goal: 'under 32'
    })
  }
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return value
  throw new Error(`--${option} must be a whole number, got ${text}`)
}
