import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type EnvironmentOptions, pythonEnvironment } from './environment.ts'
import { findPython, type Python } from './python.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'geoclients-environment-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** An interpreter that copies itself as `venv` and writes down what it is asked; `pip` fails on `no-such-package`. */
function fakePython(version = '3.13.0'): Python {
  const executable = join(root, 'python')
  const script = `#!/bin/sh
echo "$3 $5" >> '${root}/calls'
case "$3" in
  venv) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;;
  pip) if [ "$5" = install ] && grep no-such-package "$9"; then echo 'nothing fits' >&2; exit 1; fi ;;
esac`
  writeFileSync(executable, script, { mode: 0o755 })
  return { executable, version }
}

function options(requirements = 'tiny==1.0\n', python: Python = fakePython()): EnvironmentOptions & { root: string } {
  const file = join(root, 'requirements.txt')
  writeFileSync(file, requirements)
  return { name: 'test', requirements: file, root: join(root, 'venv'), python, report: () => {} }
}

const calls = (): string[] => readFileSync(join(root, 'calls'), 'utf8').trimEnd().split('\n')

it('makes an environment once for each set of requirements and each Python', async () => {
  const first = await pythonEnvironment(options())
  expect(basename(first.folder)).toMatch(/^test-[0-9a-f]{12}$/)
  expect(first.command('python')).toBe(join(first.folder, 'bin', 'python'))
  expect(calls()).toEqual(['venv ', 'pip install', 'pip check'])
  expect((await pythonEnvironment(options())).folder).toBe(first.folder)
  expect(calls()).toHaveLength(3)

  const newer = await pythonEnvironment(options('tiny==1.1\n'))
  const other = await pythonEnvironment(options('tiny==1.0\n', fakePython('3.12.1')))
  expect(new Set([first.folder, newer.folder, other.folder]).size).toBe(3)
  expect(calls()).toHaveLength(9)
})

it('makes it once for two callers at a time', async () => {
  const [a, b] = await Promise.all([pythonEnvironment(options()), pythonEnvironment(options())])
  expect(a.folder).toBe(b.folder)
  expect(calls()).toHaveLength(3)
})

it('shows what pip said when it fails, leaves nothing behind, and tries again when asked again', async () => {
  const bad = options('no-such-package==1.0\n')
  const message = 'Installing failed:\nno-such-package==1.0\nnothing fits'
  await expect(pythonEnvironment(bad)).rejects.toThrow(message)
  expect(readdirSync(bad.root)).toEqual([])
  await expect(pythonEnvironment(bad)).rejects.toThrow(message)
})

it('takes neither a half-made nor a broken environment for a complete one, and removes both', async () => {
  const wanted = options()
  const { folder } = await pythonEnvironment(wanted)
  const whole = readlinkSync(folder)
  rmSync(folder)
  const gone = spawn(process.execPath, ['-e', ''])
  await once(gone, 'exit')
  const crashed = `${folder}.${gone.pid}-AAAAAA`
  mkdirSync(join(crashed, 'bin'), { recursive: true })
  symlinkSync('/no/such/python', join(crashed, 'bin', 'python'))
  symlinkSync(basename(crashed), folder)
  const beingMade = `${folder}.${process.ppid}-BBBBBB`
  mkdirSync(beingMade)

  await pythonEnvironment(wanted)
  expect(calls()).toHaveLength(6)
  const link = readlinkSync(folder)
  expect([basename(crashed), basename(beingMade), whole]).not.toContain(link)
  expect(readdirSync(wanted.root).sort()).toEqual([basename(folder), basename(beingMade), whole, link].sort())
})

it('refuses pins that leave a dependency out, with the real pip', async () => {
  const python = await findPython()
  const incomplete = options(`${wheel(python, 'Requires-Dist: forgotten\n')}\n`, python)
  await expect(pythonEnvironment(incomplete)).rejects.toThrow(/^Checking the pins failed:\n.*requires forgotten/s)
  expect(readdirSync(incomplete.root)).toEqual([])
})

/** A package without contents, so that no registry is needed. */
function wheel({ executable }: Python, requires: string): string {
  const path = join(root, 'tiny-1.0-py3-none-any.whl')
  const files = {
    'tiny-1.0.dist-info/METADATA': `Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n${requires}`,
    'tiny-1.0.dist-info/WHEEL': 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    'tiny-1.0.dist-info/RECORD': ''
  }
  const zip = `import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as archive:
    for name, text in json.loads(sys.argv[2]).items(): archive.writestr(name, text)`
  execFileSync(executable, ['-I', '-c', zip, path, JSON.stringify(files)])
  return path
}
