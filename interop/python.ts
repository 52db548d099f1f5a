import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** The accepted versions of Python 3, and the variable that selects an interpreter. */
export interface PythonRange {
  readonly oldest: number
  readonly newest?: number
  readonly variable: string
}

const usual: PythonRange = { oldest: 12, variable: 'GEOCLIENTS_PYTHON' }
const newestKnown = 14

// -I ignores PYTHONPATH. On Debian, venv and ensurepip are separate packages, so a Python may lack them.
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
  /** The absolute path, as the interpreter itself reports it. */
  readonly executable: string
  /** For example `3.13.0`. */
  readonly version: string
}

/**
 * Finds a Python that can make virtual environments: 3.12 or newer, unless another range is given.
 *
 * If `GEOCLIENTS_PYTHON`, or the variable of that range, is set, it selects the interpreter. Otherwise the first match wins: the
 * PATH by descending version, then the versions of pyenv, newest first.
 *
 * @throws Error that lists what was looked for, what was found, and how to name one.
 */
export async function findPython(
  environment: NodeJS.ProcessEnv = process.env,
  range: PythonRange = usual
): Promise<Python> {
  const { variable } = range
  const wanted = wordsOf(range)
  const chosen = environment[variable]
  if (chosen) {
    const answer = await ask(chosen, environment, range)
    if (typeof answer !== 'string') return answer
    throw new Error(`${variable} is ${chosen}: ${answer}. It must name a Python ${wanted}.`)
  }
  const refused: string[] = []
  for (const candidate of [...onPath(environment, range), ...ofPyenv(environment)]) {
    const answer = await ask(candidate, environment, range)
    if (typeof answer !== 'string') return answer
    refused.push(`  ${candidate}: ${answer}`)
  }
  throw new Error(
    [
      `No Python ${wanted} was found.`,
      `Looked for ${namesOf(range).join(', ')} on the PATH and for python3 in ${pyenvVersions(environment)}.`,
      ...(refused.length > 0 ? ['Found, but not usable:', ...refused] : ['Found none of them.']),
      `Set ${variable} to the path of a Python ${wanted}.`
    ].join('\n')
  )
}

function wordsOf({ oldest, newest }: PythonRange): string {
  return newest === undefined ? `3.${oldest} or newer` : `3.${oldest} to 3.${newest}`
}

/** The commands of the range, newest first. */
function namesOf({ oldest, newest = newestKnown }: PythonRange): string[] {
  const versions = Array.from({ length: newest - oldest + 1 }, (_, i) => `python3.${newest - i}`)
  return [...versions, 'python3', 'python']
}

function onPath(environment: NodeJS.ProcessEnv, range: PythonRange): string[] {
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return namesOf(range).flatMap((name) =>
    folders.map((folder) => join(folder, name)).filter((path) => existsSync(path))
  )
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

/** The interpreter, or the reason why it cannot be used. pyenv has shims for versions that are not active. */
async function ask(
  candidate: string,
  environment: NodeJS.ProcessEnv,
  { oldest, newest = Number.POSITIVE_INFINITY }: PythonRange
): Promise<Python | string> {
  let answer: string
  try {
    answer = (await run(candidate, ['-I', '-c', QUESTION], { env: environment, timeout: 20_000 })).stdout
  } catch (error) {
    return `does not run (${reason(error)})`
  }
  const [executable = '', version = '', missing = ''] = answer.split('\n')
  const [major, minor] = version.split('.').map(Number)
  if (major === undefined || minor === undefined || Number.isNaN(minor)) return 'does not answer as a Python does'
  if (major !== 3 || minor < oldest || minor > newest) return `is ${version}`
  if (missing) return `is ${version}, but cannot make virtual environments (${missing})`
  return { executable, version }
}

function reason(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string }
  return (stderr || message).trim().split('\n')[0] ?? ''
}
