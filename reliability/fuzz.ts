import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as fc from 'fast-check'
import { conclude } from '../bench/conclude.ts'
import type { Figure } from '../bench/figure.ts'
import { casTargets } from './fuzz/cas-targets.ts'
import { nearTo } from './fuzz/mutate.ts'
import { ogcTargets } from './fuzz/ogc-targets.ts'
import { signInTargets } from './fuzz/sign-in-targets.ts'
import type { Target } from './fuzz/target.ts'

/*
 * `npm run fuzz -- [--seconds 2] [--only TEXT] [--seed N] [--json FILE]`: first feeds each reader the inputs that once failed
 * (`fuzz/corpus`), then altered responses for so many seconds. A new failing input is reduced and kept there.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000_000)) },
    json: { type: 'string' }
  }
})
const seconds = Number(values.seconds)
const seed = Number(values.seed)
if (!(seconds > 0) || !Number.isSafeInteger(seed))
  throw new Error('--seconds must be a number above 0, --seed a whole number')
const chosen = [...ogcTargets, ...casTargets, ...signInTargets].filter(({ name }) => name.includes(values.only))
if (chosen.length === 0) throw new Error(`--only names no reader: ${values.only}`)

/** Inputs are short, so a reader that takes this many milliseconds has superlinear cost. */
const patience = 5_000
const corpus = join(import.meta.dirname, 'fuzz', 'corpus')
const slug = ({ name }: Target): string => name.toLowerCase().replaceAll(' ', '-')

const unhandled: unknown[] = []
process.on('unhandledRejection', (error) => unhandled.push(error))

/** The failure of a reader for an input; undefined if there is none. */
async function trouble({ read, isOurs }: Target, input: Uint8Array): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`nothing within ${patience} ms`), patience)
  })
  const done = read(input).then(
    () => undefined,
    (error: unknown) =>
      isOurs(error) ? undefined : `no error of ours: ${error instanceof Error ? error.stack : error}`
  )
  const found = await Promise.race([done, late]).finally(() => clearTimeout(timer))
  return found ?? (unhandled.length > 0 ? `an unhandled rejection: ${unhandled.pop()}` : undefined)
}

const figures: Figure[] = []
console.log(`seed ${seed}`)
for (const target of chosen) {
  const troubles: string[] = []
  for (const path of globSync(`${slug(target)}-*.bin`, { cwd: corpus })) {
    const found = await trouble(target, readFileSync(join(corpus, path)))
    if (found) troubles.push(`${path}: ${found}`)
  }
  let count = 0
  const property = fc.asyncProperty(nearTo(target.seeds), async (input) => {
    count += 1
    const found = await trouble(target, input)
    if (found) throw new Error(found)
  })
  const numRuns = Number.MAX_SAFE_INTEGER
  const limits = { interruptAfterTimeLimit: seconds * 1_000, markInterruptAsFailure: false }
  const details = await fc.check(property, { seed, numRuns, ...limits })
  if (details.failed && details.counterexample) {
    const [input] = details.counterexample
    const path = join(corpus, `${slug(target)}-${seed}.bin`)
    mkdirSync(corpus, { recursive: true })
    writeFileSync(path, input)
    troubles.push(`${path}: ${details.errorInstance}`)
  }
  console.log(`${troubles.length === 0 ? 'ok    ' : 'FAILED'}  ${target.name}: ${count} inputs`)
  for (const line of troubles) console.log(`        ${line}`)
  figures.push({ name: `${target.name}: inputs`, value: count, unit: 'inputs' })
  figures.push({ name: `${target.name}: troubles`, value: troubles.length, unit: 'inputs', goal: '0' })
}
await conclude(figures, values.json)
process.exit()
