import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Figure, judged } from './figure.ts'

/** Each benchmark is a module with a function `measure`. It is loaded only if it is requested. */
const benchmarks: Readonly<Record<string, () => Promise<{ measure: () => Promise<Figure[]> }>>> = {
  blocks: () => import('./blocks.ts'),
  calls: () => import('./calls.ts'),
  cas: () => import('./cas.ts'),
  cli: () => import('./cli.ts'),
  growth: () => import('./growth.ts'),
  hops: () => import('./hops.ts'),
  jobs: () => import('./jobs.ts'),
  site: () => import('./site.ts'),
  sizes: () => import('./sizes.ts')
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } })
const [name = ''] = positionals
const benchmark = benchmarks[name]
if (!benchmark) {
  console.error(`usage: npm run bench -- ${Object.keys(benchmarks).join('|')} [--json FILE]`)
  process.exit(1)
}
const { measure } = await benchmark()
const figures = (await measure()).map(judged)
for (const { name, value, unit, goal, met } of figures) {
  const verdict = goal === undefined ? '' : `   (goal: ${goal}${met ? '' : ', missed'})`
  console.log(`${name.padEnd(84)} ${String(value).padStart(10)} ${unit}${verdict}`)
}
const missed = figures.filter(({ met }) => met === false)
for (const { name, value, unit, goal } of missed) console.error(`missed: ${name}: ${value} ${unit}, goal: ${goal}`)
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
