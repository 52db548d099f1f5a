import { globSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { conclude } from '../bench/conclude.ts'
import type { Figure } from '../bench/figure.ts'
import { type MutatedPart, parts } from './mutants/parts.ts'

/*
 * `npm run mutants -- [--only TEXT] [--json FILE]`: Stryker changes what guards and what polls, one small change at a time, and
 * a test must fail for each. It changes the sources of this checkout and restores them at the end. It takes an hour or more.
 */
const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, json: { type: 'string' } } })
const chosen = parts.filter(({ name }) => name.includes(values.only))
if (chosen.length === 0) throw new Error(`--only names no part: ${values.only}`)

const figures: Figure[] = []
for (const part of chosen) {
  const { killed, survived } = await mutate(part)
  const share = Math.round((1_000 * killed) / (killed + survived.length)) / 10
  figures.push({
    name: `${part.name}: mutants killed of ${killed + survived.length}`,
    value: share,
    unit: '%',
    goal: 'at least 85'
  })
  console.log(`${part.name}: ${killed} of ${killed + survived.length} mutants killed (${share} %)`)
  for (const line of survived) console.log(`  survived: ${line}`)
}
await conclude(figures, values.json)

async function mutate({ folder, sources, tests }: MutatedPart): Promise<{ killed: number; survived: string[] }> {
  process.chdir(join(import.meta.dirname, '..', folder))
  const empty = [...sources, ...tests].filter((pattern) => globSync(pattern).length === 0)
  if (empty.length > 0) throw new Error(`no file matches ${empty.join(', ')}`)
  // Stryker loads the settings of vitest in processes of its own.
  process.env.MUTANTS_TESTS = JSON.stringify(tests)
  const mutants = await new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: join(import.meta.dirname, 'mutants', 'vitest.config.ts'), related: false },
    mutate: [...sources, '!**/*.test*.ts'],
    inPlace: true,
    ignoreStatic: true,
    reporters: ['progress-append-only'],
    dryRunTimeoutMinutes: 20,
    timeoutFactor: 4
  }).runMutationTest()
  const counted = mutants.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status))
  const survived = counted.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
  return {
    killed: counted.length - survived.length,
    survived: survived.map(
      ({ fileName, location, mutatorName, replacement }) =>
        `${fileName}:${location.start.line}:${location.start.column} ${mutatorName} ${replacement?.replaceAll(/\s+/g, ' ').slice(0, 80)}`
    )
  }
}
