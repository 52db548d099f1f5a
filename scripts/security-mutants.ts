import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mutants } from './security-mutants/list.ts'

/** Takes out one guard after the other and expects its test to fail: what docs/security.md says under "taken out". */
const root = join(import.meta.dirname, '..')
const only = process.argv[2] ?? ''
const core = 'packages/client-core'
const chosen = mutants.filter(({ file }) => file.includes(only))
let survived = 0

for (const test of new Set(chosen.map(({ test }) => test))) {
  if (!passes(test)) throw new Error(`${test} fails with every guard in place: that of a mutant would say nothing`)
}
for (const { file, text, instead, test } of chosen) {
  const path = join(root, file)
  const before = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    before.replace(text, () => instead)
  )
  try {
    const isRed = !passes(test)
    if (!isRed) survived++
    console.log(`${isRed ? 'red ' : 'GREEN'} ${file}: ${text.trim().slice(0, 80)}`)
  } finally {
    writeFileSync(path, before)
  }
}
run(core, ['tsdown'])
if (survived > 0) console.error(`${survived} guards can be taken out unseen`)
process.exitCode = survived > 0 ? 1 : 0

/** Whether a test passes; the other packages test what is built of client-core. */
function passes(test: string): boolean {
  const [folder = '', own = ''] = /^(packages\/[^/]+)\/(.*)$/.exec(test)?.slice(1) ?? []
  if (folder !== core && !run(core, ['tsdown'])) throw new Error(`${core} cannot be built`)
  return run(folder, ['vitest', 'run', '--project', 'unit', '--testTimeout', '5000', own])
}

function run(folder: string, command: readonly string[]): boolean {
  const { status } = spawnSync('npx', [...command], { cwd: join(root, folder), stdio: 'ignore', timeout: 300_000 })
  return status === 0
}
