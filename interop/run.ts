import { spawn } from 'node:child_process'
import { join } from 'node:path'

/*
 * `npm run interop [-- --older] [ARGUMENTS OF VITEST]`: the tests against the real servers; with `--older` those against
 * further servers and earlier versions.
 */
const args = process.argv.slice(2)
const config = args.includes('--older') ? ['--config', 'older/vitest.config.ts'] : []
const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs')
const given = args.filter((argument) => argument !== '--older')
const child = spawn(process.execPath, [vitest, 'run', ...config, ...given], {
  cwd: import.meta.dirname,
  stdio: 'inherit'
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))
child.once('close', (code) => {
  process.exitCode = code ?? 1
})
