import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { mutants } from './security-mutants/list.ts'
import { withoutGuard } from './security-mutants/without-guard.ts'
import { orUndone } from './update/undo.ts'

/** Takes out one guard after the other and expects its test to fail: what docs/security.md says under "taken out". */
const root = join(import.meta.dirname, '..')
const only = process.argv[2] ?? ''
const core = 'packages/client-core'
const chosen = mutants.filter(({ file }) => file.includes(only))
let survived = 0

for (const test of new Set(chosen.map(({ test }) => test))) {
  if (!(await passes(test)))
    throw new Error(`${test} fails with every guard in place: that of a mutant would say nothing`)
}
// An interrupt ends this only when what is built has its guards again, too.
await orUndone([], async () => {
  try {
    for (const mutant of chosen) {
      const isRed = !(await withoutGuard(root, mutant, (signal) => passes(mutant.test, signal)))
      if (!isRed) survived++
      console.log(`${isRed ? 'red ' : 'GREEN'} ${mutant.file}: ${mutant.text.trim().slice(0, 80)}`)
    }
  } finally {
    await run(core, ['tsdown'])
  }
})
if (survived > 0) console.error(`${survived} guards can be taken out unseen`)
process.exitCode = survived > 0 ? 1 : 0

/** Whether a test passes; the other packages test what is built of client-core. */
async function passes(test: string, signal?: AbortSignal): Promise<boolean> {
  const [folder = '', own = ''] = /^(packages\/[^/]+)\/(.*)$/.exec(test)?.slice(1) ?? []
  if (folder !== core && !(await run(core, ['tsdown'], signal))) throw new Error(`${core} cannot be built`)
  return run(folder, ['vitest', 'run', '--project', 'unit', '--testTimeout', '5000', own], signal)
}

async function run(folder: string, command: readonly string[], signal?: AbortSignal): Promise<boolean> {
  try {
    const options = { cwd: join(root, folder), timeout: 300_000, maxBuffer: Number.POSITIVE_INFINITY }
    await promisify(execFile)('npx', command, signal ? { ...options, signal } : options)
    return true
  } catch {
    signal?.throwIfAborted()
    return false
  }
}
