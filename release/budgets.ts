import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Figure, heap, isOver, resident, startRatio, startTime, strangers, typesOf } from './budgets/figures.ts'
import { startUps } from './budgets/start-up.ts'

/*
 * `npm run budgets [-- --json FILE]`: what a main entry costs who imports it, against bare Node in the same run, and who
 * type-checks with it. Sizes are checked by `npm run packages`. docs/decisions/015 says what is enforced and what is shown.
 */
const root = join(import.meta.dirname, '..')
const clients = ['ogc', 'cas'].map((key) => ({
  name: `@geoclients/${key}-client`,
  entry: join(root, 'packages', `${key}-client`, 'dist', 'index.js'),
  program: join(root, 'release', 'consumers', `use-${key}.ts`)
}))
const { json } = parseArgs({ options: { json: { type: 'string' } } }).values
const figures: Figure[] = []

const [bare, ...loaded] = startUps([undefined, ...clients.map(({ entry }) => entry)], 15)
for (const [index, { name, entry, program }] of clients.entries()) {
  const own = loaded[index]
  if (!bare || !own) throw new Error('Nothing was measured.')
  const costs = [startRatio, heap, resident, startTime].map((figure) => figure(own, bare))
  const all = [...costs, await typesOf(program, join(root, 'release')), await strangers(entry)]
  figures.push(...all.map((figure) => ({ ...figure, name: `${name}: ${figure.name}` })))
}

for (const { name, value, unit, goal } of figures) {
  console.log(`${name.padEnd(76)} ${String(value).padStart(8)} ${unit.padEnd(8)} (goal: ${goal})`)
}
if (json) {
  const published = figures.map(({ limit: _, ...figure }) => figure)
  await writeFile(json, `${JSON.stringify(published, null, 2)}\n`)
}
const broken = figures.filter(isOver)
for (const { name } of broken) console.error(`Over budget: ${name}`)
process.exitCode = broken.length > 0 ? 1 : 0
