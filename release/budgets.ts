import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { median, takeTurns } from '../bench/calls/rounds.ts'
import { clients, folderName } from '../scripts/registry.ts'

/*
 * The first half of `npm run budgets`: what importing a main entry point costs compared with bare Node in the same run. Sizes are checked
 * by `npm run packages`, types by type-budgets.ts. docs/decisions/015 says why this is measured and what the limits mean.
 */
/** Milliseconds to start Node, import and end; MiB at the end. */
type StartUp = Readonly<Record<keyof typeof limits, number>>

const rounds = 15
const limits = { time: 1.75, heap: 8, resident: 8 }
const names = clients.map(folderName)

/** Starts Node with the main entry point of a package; `bare` is Node alone. */
async function startUp(name: string): Promise<StartUp> {
  const file = join(import.meta.dirname, '../packages', name, 'dist/index.js')
  const load = name === 'bare' ? '' : `await import(${JSON.stringify(pathToFileURL(file).href)});`
  const measure = 'gc(); const { rss, heapUsed } = process.memoryUsage(); console.log(rss, heapUsed)'
  const begun = performance.now()
  const args = ['--expose-gc', '--input-type=module', '--eval', load + measure]
  const { stdout, status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name} cannot be imported: ${stderr}`)
  const [resident = Number.NaN, heap = Number.NaN] = stdout.split(' ').map((bytes) => Number(bytes) / 2 ** 20)
  return { time: performance.now() - begun, resident, heap }
}

// They alternate, so a busy machine affects each of them equally.
const turns = await takeTurns(['bare', ...names], rounds, startUp)
const medianOf = (name: string, key: keyof StartUp): number =>
  median(turns.map((turn) => turn[name]?.[key] ?? Number.NaN))
for (const name of names) {
  for (const key of ['time', 'heap', 'resident'] as const) {
    const [own, bare] = [medianOf(name, key), medianOf('bare', key)]
    const [figure, unit] =
      key === 'time' ? [own / bare, 'times that of bare Node'] : [own - bare, 'MiB above bare Node']
    const isOver = !(figure <= limits[key])
    console.log(`${name}: ${key} ${figure.toFixed(2)} ${unit}, at most ${limits[key]}${isOver ? ': OVER BUDGET' : ''}`)
    if (isOver) process.exitCode = 1
  }
}
