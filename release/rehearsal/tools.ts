import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './install.ts'
import { run } from './run.ts'

const home = join(import.meta.dirname, '..', 'tools')
const modules = join(home, 'node_modules')

/** Installs the pinned runtimes, compilers and bundlers. */
export const installTools = (): Promise<void> => install(home)

/** The path of a program of a tool. */
export const tool = (...path: string[]): string => join(modules, ...path)

/** The executable of a version of Node: ours, or one of the tools. */
export function node(major: '22' | '24' | '26'): string {
  return major === '24' ? process.execPath : tool(`node-${major}-${process.platform}-${process.arch}`, 'bin', 'node')
}

/** Debian's Chromium, installed where it is missing and this may be done. */
export async function chromium(): Promise<string> {
  const path = '/usr/bin/chromium'
  if (existsSync(path)) return path
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await run('apt-get', ['update', '-qq'], { cwd: home, env })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      cwd: home,
      env,
      timeout: 600_000
    })
  } catch (cause) {
    throw new Error(`Chromium is not at ${path} and cannot be installed; on Debian: apt-get install chromium`, {
      cause
    })
  }
  return path
}
