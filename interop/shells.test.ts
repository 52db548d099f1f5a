import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { pathWithProgram, program } from '../packages/cli/src/testing/program.ts'
import { session } from '../packages/cli/src/testing/pty.ts'

/* Completion in the shells themselves, in a pseudo-terminal. */

const run = promisify(execFile)

/** A shell that is on the path, or Debian's, installed where this may be done. */
async function shell(name: string): Promise<string> {
  const isThere = await run(name, ['-c', 'true']).then(
    () => true,
    () => false
  )
  if (!isThere) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { env })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env })
  }
  return name
}

test.each([
  ['bash', '--norc', '-i'],
  ['zsh', '-f', '-i'],
  ['fish', '--no-config', '-i']
])('%s completes commands, choices and files', async (name, ...options) => {
  const folder = await mkdtemp(join(tmpdir(), 'shell-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  const { stdout } = await run(process.execPath, [program, 'completion', name])
  await writeFile(join(folder, 'script'), stdout)
  await writeFile(join(folder, 'catchments.csv'), '')
  const env = { HOME: folder, PATH: await pathWithProgram(folder), TERM: 'xterm', HISTFILE: '' }
  const typed = session([await shell(name), ...options], env)
  await typed.until(/[#$%>] /)
  typed.type(`cd "${folder}"; source ./script; echo rea''dy\r`)
  await typed.until(/ready/)
  typed.type('geoclients ogc dis\t')
  await typed.until(/miss/)
  typed.type('job; geoclients cas extract -f geojsonl catch\t')
  await typed.until(/ments\.csv/)
  expect(typed.text()).not.toMatch(/not found|unknown command/i)
})
