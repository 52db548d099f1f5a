import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/*
 * The first half of `npm run budgets`: what importing a main entry costs beside bare Node in the same run. Sizes are checked
 * by `npm run packages`, types by type-budgets.ts. docs/decisions/015 says why this is measured and what the limits mean.
 */
interface StartUp {
  /** Milliseconds to start Node, import and end. */
  readonly time: number
  /** MiB at the end. */
  readonly heap: number
  readonly resident: number
}

const rounds = 15
const limits = { time: 1.75, heap: 8, resident: 8 }
const names = ['ogc-client', 'cas-client']
const files = [undefined, ...names.map((name) => join(import.meta.dirname, '../packages', name, 'dist/index.js'))]

function startUp(file: string | undefined): StartUp {
  const load = file === undefined ? '' : `await import(${JSON.stringify(pathToFileURL(file).href)});`
  const measure = 'gc(); const { rss, heapUsed } = process.memoryUsage(); console.log(rss, heapUsed)'
  const begun = performance.now()
  const args = ['--expose-gc', '--input-type=module', '--eval', load + measure]
  const { stdout, status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${file} cannot be imported: ${stderr}`)
  const [resident = Number.NaN, heap = Number.NaN] = stdout.split(' ').map((bytes) => Number(bytes) / 2 ** 20)
  return { time: performance.now() - begun, resident, heap }
}

function median(runs: readonly StartUp[], key: keyof StartUp): number {
  return runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? Number.NaN
}

// They take turns, so that a busy machine is as busy for each of them.
const turns = Array.from({ length: rounds }, () => files.map(startUp))
const [bare = [], ...loaded] = files.map((_, index) => turns.flatMap((turn) => turn[index] ?? []))
for (const [index, name] of names.entries()) {
  const own = loaded[index] ?? []
  const figures = {
    time: median(own, 'time') / median(bare, 'time'),
    heap: median(own, 'heap') - median(bare, 'heap'),
    resident: median(own, 'resident') - median(bare, 'resident')
  }
  for (const key of ['time', 'heap', 'resident'] as const) {
    const isOver = !(figures[key] <= limits[key])
    const unit = key === 'time' ? 'times that of bare Node' : 'MiB above bare Node'
    console.log(
      `${name}: ${key} ${figures[key].toFixed(2)} ${unit}, at most ${limits[key]}${isOver ? ': OVER BUDGET' : ''}`
    )
    if (isOver) process.exitCode = 1
  }
}
