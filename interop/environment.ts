import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { findPython, type Python } from './python.ts'

const run = promisify(execFile)
const DEFAULT_ROOT = join(import.meta.dirname, '.venv')

export interface EnvironmentOptions {
  /** The first part of the name of the environment's folder. */
  readonly name: string
  /** A requirements file that pins every package, including indirect dependencies. */
  readonly requirements: string
  /** The folder of environments. Default: `.venv` next to this file. */
  readonly root?: string
  /** The interpreter that makes the environment. Default: the result of {@link findPython}. */
  readonly python?: Python
  /** Called when an environment has to be made, which takes a while. Default: prints to standard error. */
  readonly report?: (line: string) => void
}

export interface PythonEnvironment {
  readonly folder: string
  /** The path of a command in the environment, such as `python`. */
  command(name: string): string
}

const inTheMaking = new Map<string, Promise<void>>()

/**
 * The virtual environment for a requirements file. It is made if it does not exist yet.
 *
 * `<root>/<name>-<hash>` is a symbolic link, which is set in one step when everything is installed. So nobody sees an environment
 * that is only half installed. If two processes make the same one at the same time, either may win.
 *
 * @throws Error with pip's output when the installation fails or the pins are incomplete.
 */
export async function pythonEnvironment(options: EnvironmentOptions): Promise<PythonEnvironment> {
  const root = options.root ?? DEFAULT_ROOT
  const python = options.python ?? (await findPython())
  // The root is part of the hash, because an environment contains its own absolute path and cannot be moved.
  const identity = [await readFile(options.requirements, 'utf8'), python.version, root].join('\0')
  const folder = join(root, `${options.name}-${createHash('sha256').update(identity).digest('hex').slice(0, 12)}`)
  let making = inTheMaking.get(folder)
  if (!making) {
    making = make(folder, python, options).finally(() => inTheMaking.delete(folder))
    inTheMaking.set(folder, making)
  }
  await making
  return { folder, command: (name) => join(folder, 'bin', name) }
}

async function make(folder: string, python: Python, options: EnvironmentOptions): Promise<void> {
  if (isComplete(folder)) return
  const report = options.report ?? console.error
  report(`Making the Python environment ${basename(folder)} with Python ${python.version} ...`)
  await mkdir(dirname(folder), { recursive: true })
  await removeAbandoned(folder)
  const building = await mkdtemp(`${folder}.${process.pid}-`)
  try {
    const pip = [join(building, 'bin', 'python'), '-I', '-m', 'pip', '--disable-pip-version-check']
    await attempt('Making a virtual environment', [python.executable, '-I', '-m', 'venv', building])
    // Without dependencies, so that only pinned packages are installed. The check then names missing pins.
    await attempt('Installing', [...pip, 'install', '-q', '--no-deps', '-r', options.requirements])
    await attempt('Checking the pins', [...pip, 'check'])
    await publish(building, folder)
  } catch (error) {
    await rm(building, { recursive: true, force: true })
    throw error
  }
}

/** Also false if the interpreter that made the environment has been removed. */
function isComplete(folder: string): boolean {
  return existsSync(join(folder, 'bin', 'python'))
}

async function publish(building: string, folder: string): Promise<void> {
  const link = `${building}.link`
  await symlink(basename(building), link)
  await rename(link, folder)
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const entry of await readdir(dirname(folder))) {
    if (!entry.startsWith(`${basename(folder)}.`)) continue
    const maker = Number.parseInt(entry.slice(basename(folder).length + 1), 10)
    if (!isRunning(maker)) await rm(join(dirname(folder), entry), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function attempt(what: string, [command = '', ...args]: string[]): Promise<void> {
  try {
    await run(command, args, { timeout: 600_000, maxBuffer: 64 * 1024 * 1024 })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${what} failed:\n${`${stdout}${stderr}`.trim()}`, { cause: error })
  }
}
