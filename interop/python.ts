import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const MINIMUM_MINOR = 12
const MINIMUM = `3.${MINIMUM_MINOR}`
const NAMES = ['python3.14', 'python3.13', 'python3.12', 'python3', 'python']

// -I keeps PYTHONPATH out; venv and ensurepip are separate packages on Debian, so a Python may lack them.
const QUESTION = `
import sys
version = '%d.%d.%d' % sys.version_info[:3]
try:
    import ensurepip, venv
    missing = ''
except ImportError as error:
    missing = str(error)
print('\\n'.join([sys.executable, version, missing]))
`

export interface Python {
  /** Absolute path, as the interpreter itself names it. */
  readonly executable: string
  /** For example `3.13.0`. */
  readonly version: string
}

/**
 * Finds a Python 3.12 or newer that can make virtual environments.
 *
 * `GEOCLIENTS_PYTHON` decides where it is set. Otherwise the first that fits: the PATH by descending version,
 * then the versions that pyenv has installed, newest first.
 *
 * @throws Error that lists what was looked for, what was found, and how to name one.
 */
export async function findPython(environment: NodeJS.ProcessEnv = process.env): Promise<Python> {
  const chosen = environment.GEOCLIENTS_PYTHON
  if (chosen) {
    const answer = await ask(chosen, environment)
    if (typeof answer !== 'string') return answer
    throw new Error(`GEOCLIENTS_PYTHON is ${chosen}: ${answer}. It must name a Python ${MINIMUM} or newer.`)
  }
  const refused: string[] = []
  for (const candidate of [...onPath(environment), ...ofPyenv(environment)]) {
    const answer = await ask(candidate, environment)
    if (typeof answer !== 'string') return answer
    refused.push(`  ${candidate}: ${answer}`)
  }
  throw new Error(
    [
      `No Python ${MINIMUM} or newer was found.`,
      `Looked for ${NAMES.join(', ')} on the PATH and for python3 in ${pyenvVersions(environment)}.`,
      ...(refused.length > 0 ? ['Found, but not usable:', ...refused] : ['Found none of them.']),
      `Set GEOCLIENTS_PYTHON to the path of a Python ${MINIMUM} or newer.`
    ].join('\n')
  )
}

function onPath(environment: NodeJS.ProcessEnv): string[] {
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)).filter((path) => existsSync(path)))
}

function ofPyenv(environment: NodeJS.ProcessEnv): string[] {
  const versions = pyenvVersions(environment)
  if (!existsSync(versions)) return []
  return readdirSync(versions)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((version) => join(versions, version, 'bin', 'python3'))
    .filter((path) => existsSync(path))
}

function pyenvVersions(environment: NodeJS.ProcessEnv): string {
  return join(environment.PYENV_ROOT || join(environment.HOME || homedir(), '.pyenv'), 'versions')
}

/** The interpreter, or why this one cannot be used: a shim of pyenv exists for versions that are not switched on. */
async function ask(candidate: string, environment: NodeJS.ProcessEnv): Promise<Python | string> {
  let answer: string
  try {
    answer = (await run(candidate, ['-I', '-c', QUESTION], { env: environment, timeout: 20_000 })).stdout
  } catch (error) {
    return `does not run (${reason(error)})`
  }
  const [executable = '', version = '', missing = ''] = answer.split('\n')
  const [major, minor] = version.split('.').map(Number)
  if (major === undefined || minor === undefined || Number.isNaN(minor)) return 'does not answer as a Python does'
  if (major < 3 || (major === 3 && minor < MINIMUM_MINOR)) return `is ${version}`
  if (missing) return `is ${version}, but cannot make virtual environments (${missing})`
  return { executable, version }
}

function reason(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string }
  return (stderr || message).trim().split('\n')[0] ?? ''
}
