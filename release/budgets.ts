import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadedBy } from './budgets/imports.ts'
import { instantiations } from './budgets/instantiations.ts'
import { startUps } from './budgets/start-up.ts'

/*
 * `npm run budgets [-- --json FILE]`: what a main entry costs who imports it, against bare Node in the same run, and who
 * type-checks with it. Sizes are checked by `npm run packages`.
 */
interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly goal?: string
  readonly limit?: number
}

// 30 ms where bare Node starts in 40: as a ratio it holds on a slow or busy machine too.
const timeLimit = 1.75
const memoryLimit = 8
const instantiationsLimit = 3_000
/** All that the web platform has not got, and that a main entry may load. */
const allowed = ['openapi-fetch']

const root = join(import.meta.dirname, '..')
const clients = ['ogc', 'cas'] as const
const entries = clients.map((key) => join(root, 'packages', `${key}-client`, 'dist', 'index.js'))
const { json } = parseArgs({ options: { json: { type: 'string' } } }).values
const figures: Figure[] = []

const empty = await instantiations('export {}', join(root, 'release'))
const [bare, ...loaded] = startUps([undefined, ...entries], 15)
for (const [index, key] of clients.entries()) {
  const name = `@geoclients/${key}-client`
  const cost = loaded[index]
  if (!bare || !cost) throw new Error('Nothing was measured.')
  const time = { name: `${name}: start with import / bare Node`, value: round(cost.time / bare.time), unit: 'ratio' }
  figures.push({ ...time, limit: timeLimit, goal: `at most ${timeLimit}` })
  const heap = { name: `${name}: heap above bare Node`, value: round(cost.heap - bare.heap), unit: 'MiB' }
  figures.push({ ...heap, limit: memoryLimit, goal: `at most ${memoryLimit}` })
  const resident = { name: `${name}: resident memory above bare Node`, value: round(cost.resident - bare.resident) }
  figures.push({ ...resident, unit: 'MiB', goal: `at most ${memoryLimit}` })
  figures.push({
    name: `${name}: time above bare Node`,
    value: round(cost.time - bare.time),
    unit: 'ms',
    goal: 'under 30'
  })

  const source = await readFile(join(root, 'release', 'consumers', `use-${key}.ts`), 'utf8')
  const types = {
    name: `${name}: instantiations of a small program above an empty one`,
    unit: 'types',
    limit: instantiationsLimit
  }
  const value = (await instantiations(source, join(root, 'release'))) - empty
  figures.push({ ...types, value, goal: `at most ${instantiationsLimit}` })

  const strangers = [...(await loadedBy(entries[index] ?? ''))].filter(isStranger)
  if (strangers.length > 0) console.error(`${name} loads ${strangers.join(', ')}`)
  figures.push({
    name: `${name}: modules that do not belong`,
    value: strangers.length,
    unit: 'modules',
    limit: 0,
    goal: '0'
  })
}

for (const { name, value, unit, goal } of figures) {
  console.log(`${name.padEnd(76)} ${String(value).padStart(8)} ${unit.padEnd(8)} ${goal ? `(goal: ${goal})` : ''}`)
}
if (json) {
  const published = figures.map(({ limit: _, ...figure }) => figure)
  await writeFile(json, `${JSON.stringify(published, null, 2)}\n`)
}
const broken = figures.filter(({ value, limit }) => limit !== undefined && !(value <= limit))
for (const { name } of broken) console.error(`Over budget: ${name}`)
process.exitCode = broken.length > 0 ? 1 : 0

/** A mock, a package that is not allowed, or anything of Node's own. */
function isStranger(module: string): boolean {
  if (module.startsWith('/')) return /\/mock[/-]/.test(module.slice(root.length))
  return !allowed.includes(module)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
