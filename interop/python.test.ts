import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findPython } from './python.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'geoclients-python-'))
})
afterEach(() => rmSync(home, { recursive: true }))

/** A program that answers as an interpreter of this version would. */
function fake(path: string, version: string, missing = ''): string {
  return script(path, `printf '%s\\n' "$0" '${version}' '${missing}'`)
}

function script(path: string, body: string): string {
  const full = join(home, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, `#!/bin/sh\n${body}\n`)
  chmodSync(full, 0o755)
  return full
}

const environment = (): NodeJS.ProcessEnv => ({ HOME: home, PATH: `${home}/a:${home}/b` })

it('finds a real one on this machine', async () => {
  const { executable, version } = await findPython()
  expect(executable).toMatch(/^\//)
  expect(version).toMatch(/^3\.(1[2-9]|[2-9]\d)\.\d+$/)
})

it('takes the one that GEOCLIENTS_PYTHON names', async () => {
  fake('a/python3.13', '3.13.1')
  const chosen = fake('elsewhere/python', '3.12.4')
  const found = await findPython({ ...environment(), GEOCLIENTS_PYTHON: chosen })
  expect(found).toEqual({ executable: chosen, version: '3.12.4' })
})

it('does not look further when GEOCLIENTS_PYTHON names a wrong one', async () => {
  fake('a/python3.13', '3.13.1')
  const old = fake('elsewhere/python', '3.11.7')
  await expect(findPython({ ...environment(), GEOCLIENTS_PYTHON: old })).rejects.toThrow(
    `GEOCLIENTS_PYTHON is ${old}: is 3.11.7. It must name a Python 3.12 or newer.`
  )
  await expect(findPython({ ...environment(), GEOCLIENTS_PYTHON: '/no/such/python' })).rejects.toThrow(/does not run/)
})

it('prefers the newest name on the path, wherever on the path it is', async () => {
  fake('a/python3.12', '3.12.1')
  const newest = fake('b/python3.13', '3.13.1')
  expect(await findPython(environment())).toEqual({ executable: newest, version: '3.13.1' })
})

it('passes over a shim that fails, one without venv, one that is too old, and something else', async () => {
  script('a/python3.14', 'echo "pyenv: python3.14: command not found" >&2; exit 127')
  fake('a/python3.13', '3.13.1', 'No module named ensurepip')
  fake('a/python3', '3.11.7')
  script('a/python', 'echo hello')
  const good = fake('b/python3', '3.12.0')
  expect(await findPython(environment())).toEqual({ executable: good, version: '3.12.0' })
})

it('looks among the versions of pyenv, newest first', async () => {
  fake('.pyenv/versions/3.9.18/bin/python3', '3.9.18')
  fake('.pyenv/versions/3.12.1/bin/python3', '3.12.1')
  const newest = fake('.pyenv/versions/3.13.0/bin/python3', '3.13.0')
  expect(await findPython(environment())).toEqual({ executable: newest, version: '3.13.0' })

  const other = fake('pyenv/versions/3.12.9/bin/python3', '3.12.9')
  const elsewhere = { ...environment(), PYENV_ROOT: join(home, 'pyenv') }
  expect(await findPython(elsewhere)).toEqual({ executable: other, version: '3.12.9' })
})

it('takes an older one where a range asks for it', async () => {
  fake('a/python3.12', '3.12.1')
  fake('.pyenv/versions/3.8.18/bin/python3', '3.8.18')
  const old = fake('.pyenv/versions/3.11.7/bin/python3', '3.11.7')
  const range = { oldest: 9, newest: 11, variable: 'GEOCLIENTS_OLDER_PYTHON' }
  expect(await findPython(environment(), range)).toEqual({ executable: old, version: '3.11.7' })
  await expect(findPython({ ...environment(), HOME: `${home}/b` }, range)).rejects.toThrow(
    'Set GEOCLIENTS_OLDER_PYTHON to the path of a Python 3.9 to 3.11.'
  )
})

it('says what it looked for, what it found and what to set', async () => {
  script('a/python3.13', 'echo "pyenv: python3.13: command not found" >&2; exit 127')
  fake('b/python3', '3.11.7')
  fake('.pyenv/versions/3.12.1/bin/python3', '3.12.1', 'No module named venv')
  const message = await findPython(environment()).catch((error: Error) => error.message)
  expect(message).toBe(
    [
      'No Python 3.12 or newer was found.',
      `Looked for python3.14, python3.13, python3.12, python3, python on the PATH and for python3 in ${home}/.pyenv/versions.`,
      'Found, but not usable:',
      `  ${home}/a/python3.13: does not run (pyenv: python3.13: command not found)`,
      `  ${home}/b/python3: is 3.11.7`,
      `  ${home}/.pyenv/versions/3.12.1/bin/python3: is 3.12.1, but cannot make virtual environments (No module named venv)`,
      'Set GEOCLIENTS_PYTHON to the path of a Python 3.12 or newer.'
    ].join('\n')
  )
})

it('says so where there is none at all', async () => {
  await expect(findPython({ HOME: home })).rejects.toThrow('Found none of them.')
})
