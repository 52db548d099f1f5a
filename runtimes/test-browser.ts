import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { chromium } from '../release/rehearsal/tools.ts'

/*
 * `npm run test:browser [-- ARGUMENTS OF VITEST]`: the unit and contract tests of the clients in a real Chromium. The one
 * that CHROME_BIN names, the one on the path, the one that npm brings, or Debian's.
 */
const limit = 10 * 60_000
const grace = 10_000

const CHROME_BIN = await chromium()
const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs')
const args = [vitest, 'run', '--root', import.meta.dirname, ...process.argv.slice(2)]
const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, CHROME_BIN } })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))

// A signal lets vitest end its browser. If vitest is gone, the browser ends too, because its pipe closes.
const late = setTimeout(() => {
  console.error(`The tests in ${CHROME_BIN} did not end within ${limit / 60_000} minutes: the browser hangs`)
  child.kill()
  setTimeout(() => child.kill('SIGKILL'), grace).unref()
}, limit)
child.once('close', (code) => {
  clearTimeout(late)
  process.exitCode = code ?? 1
})
