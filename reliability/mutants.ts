import { globSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { conclude } from '../bench/conclude.ts'
import type { Figure } from '../bench/figure.ts'
import { writeRow } from './mutants/page.ts'
import { type MutatedPart, parts } from './mutants/parts.ts'

/*
 * `npm run mutants -- [--only PART] [--source FILE] [--page] [--json FILE]`: Stryker changes a copy of what guards and what polls,
 * one small change at a time, and a test must fail for each. `--only` names a part or the beginning of its name, `--source` one of
 * its files. `--page` writes the counts of each part into docs/reliability.md.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    source: { type: 'string' },
    page: { type: 'boolean', default: false },
    json: { type: 'string' }
  }
})
const chosen = parts.filter(({ name }) => name.startsWith(values.only))
if (chosen.length === 0) throw new Error(`--only names no part: ${values.only}`)
if (values.page && values.source) throw new Error('--page needs whole parts, so it does not go with --source')

const top = join(import.meta.dirname, '..')
const figures: Figure[] = []
for (const part of chosen) {
  const { killed, all } = await mutate(values.source ? { ...part, sources: [values.source] } : part)
  const share = Math.round((1_000 * killed) / all) / 10
  figures.push({ name: `${part.name}: mutants killed of ${all}`, value: share, unit: '%', goal: 'at least 85' })
  console.log(`${part.name}: ${killed} of ${all} mutants killed (${share} %)`)
  if (values.page) await writeRow(join(top, 'docs/reliability.md'), part, { killed, all, share })
}
await conclude(figures, values.json)

async function mutate({ folder, sources, tests }: MutatedPart): Promise<{ killed: number; all: number }> {
  process.chdir(join(top, folder))
  const empty = [...sources, ...tests].filter((pattern) => globSync(pattern).length === 0)
  if (empty.length > 0) throw new Error(`no file matches ${empty.join(', ')}`)
  // Stryker loads the settings of vitest in its own processes.
  process.env.MUTANTS_TESTS = JSON.stringify(tests)
  const mutants = await new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: join(top, 'reliability/mutants/vitest.config.ts'), related: false },
    mutate: [...sources, '!**/*.test*.ts'],
    // A copy at the same depth as the package finds the same modules.
    tempDirName: join(top, '.stryker-tmp'),
    cleanTempDir: 'always',
    ignorePatterns: ['dist'],
    // Stryker would write the paths of this file anew, and wrongly for a copy that is not below the package.
    tsconfigFile: 'none',
    reporters: ['progress-append-only', 'clear-text'],
    clearTextReporter: { reportTests: false, logTests: false, allowColor: false },
    allowConsoleColors: false,
    concurrency: 1,
    dryRunTimeoutMinutes: 20,
    // Much longer than a busy machine needs, so that only a mutant that never ends counts as noticed.
    timeoutMS: 20_000,
    timeoutFactor: 2
  }).runMutationTest()
  const counted = mutants.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status))
  const killed = counted.filter(({ status }) => status === 'Killed' || status === 'Timeout')
  return { killed: killed.length, all: counted.length }
}
