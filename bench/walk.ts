import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { traced, traceSources } from './hops/trace.ts'
import { walkOf, withWalk } from './hops/walk.ts'

/*
 * `npm run walk`: writes into CONTRIBUTING.md which files a run goes through, in order; the server makes a job of it. With
 * `--check` it writes nothing and fails if the page is stale. With `--print` it prints the list and leaves the page alone.
 */
const page = join(import.meta.dirname, '..', 'CONTRIBUTING.md')
const flag = { type: 'boolean', default: false } as const
const { check, print } = parseArgs({ options: { check: flag, print: flag } }).values

traceSources()
const { runAuto } = await import('./hops/trips.ts')
const { run } = await runAuto()
const walk = walkOf(await traced(run))
const text = await readFile(page, 'utf8')
const wanted = withWalk(text, walk)

if (print) console.log(walk)
else if (text === wanted) console.log('CONTRIBUTING.md is up to date')
else if (check) {
  console.log('CONTRIBUTING.md is stale: mend it with `npm run walk`')
  process.exitCode = 1
} else {
  await writeFile(page, wanted)
  console.log('CONTRIBUTING.md updated')
}
