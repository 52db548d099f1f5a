import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installTools } from '../release/rehearsal/tools.ts'
import { cases, expectedOn, routesOf } from './broken/cases.ts'
import { serveFaults } from './broken/fault-server.ts'
import type { Outcomes } from './broken/run.ts'
import { bundlePrograms, type Runtime, runtimes } from './broken/runtimes.ts'
import { rows } from './broken/table.ts'

/*
 * `npm run test:runtimes [-- --only TEXT] [--row TEXT] [--json FILE]`: every call with every broken answer, on every runtime.
 * `--only` names some runtimes, `--row` some answers.
 */
const options = { only: { type: 'string' }, row: { type: 'string' }, json: { type: 'string' } } as const
const { only = '', row = '', json } = parseArgs({ options }).values
const chosen = runtimes.filter(({ name }) => name.includes(only))
const asked = cases.filter((one) => one.row.name.includes(row))
if (chosen.length === 0 || asked.length === 0) throw new Error('--only or --row names nothing that is there')

await installTools()
const folder = await mkdtemp(join(import.meta.dirname, '.programs-'))
const server = await serveFaults(new Map(asked.map((one) => [one.key, routesOf(one)])))
const wrong = new Map<string, string[]>()
try {
  await bundlePrograms(folder)
  for (const runtime of chosen) {
    const missing = await runtime.find?.().then(() => undefined, String)
    // If it was requested by name, its absence is reported as an error.
    if (missing !== undefined && only === '') console.log(`not tried  ${runtime.name}: ${missing.split('\n', 1)[0]}`)
    else wrong.set(runtime.name, await tryOn(runtime))
  }
} finally {
  await server.close()
  await rm(folder, { recursive: true })
}

const tried = chosen.filter(({ name }) => wrong.has(name))
const width = Math.max(...rows.map(({ name }) => name.length))
console.log(`\n${'wrong, of each answer'.padEnd(width)}  ${tried.map(({ name }) => name).join('  ')}`)
for (const { name } of rows.filter((one) => one.name.includes(row))) {
  const counts = tried.map((runtime) => {
    const count = wrong.get(runtime.name)?.filter((line) => line.startsWith(`${name}: `)).length ?? 0
    return String(count || '-').padStart(runtime.name.length)
  })
  console.log(`${name.padEnd(width)}  ${counts.join('  ')}`)
}
const failed = [...wrong.values()].flat().length
console.log(`\n${asked.length * tried.length - failed} passed, ${failed} failed`)
if (json) await writeFile(json, `${JSON.stringify(Object.fromEntries(wrong), null, 2)}\n`)
process.exitCode = failed > 0 ? 1 : 0

/** The deviations from the table, one per line. */
async function tryOn(runtime: Runtime): Promise<string[]> {
  const started = performance.now()
  const keys = asked.map(({ key }) => key)
  const outcomes = await runtime.run<Outcomes>(folder, server.url, keys).catch((error: unknown) => String(error))
  const lines = asked.flatMap((one) => {
    const { key, row: answered, call } = one
    const expected = expectedOn(runtime.name, one)
    const found = typeof outcomes === 'string' ? 'the runtime failed' : outcomes[key]
    const isHang = found === 'timeout' && answered.mayHang?.includes(runtime.name)
    return found === expected || isHang ? [] : [`${answered.name}: ${call.name}: ${found}, expected ${expected}`]
  })
  const seconds = Math.round((performance.now() - started) / 1_000)
  console.log(`${lines.length === 0 ? 'ok    ' : 'FAILED'}  ${runtime.name}: ${asked.length} cases in ${seconds} s`)
  if (typeof outcomes === 'string') console.log(`        ${outcomes.replaceAll('\n', '\n        ')}`)
  else for (const line of lines) console.log(`        ${line}`)
  return lines
}
