import { join } from 'node:path'
import { bundledChromium, isBundled } from './bundled-chromium.ts'
import { installedChrome } from './chrome.ts'
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

/** An installed Chrome, or else the Chromium from npm or Debian, if it can be installed. */
export async function chromium(): Promise<string> {
  const found = installedChrome(process.env)
  if (found) return found
  const causes: unknown[] = []
  const debianChromium = (): Promise<string> => debian('chromium')
  for (const source of isBundled ? [bundledChromium, debianChromium] : [debianChromium]) {
    try {
      return await source()
    } catch (cause) {
      causes.push(cause)
    }
  }
  const reasons = causes.map(String).join('\n')
  throw new Error(`No Chrome is on the path and none can be installed; name one by CHROME_BIN\n${reasons}`)
}

/** A browser from Debian, if it can be installed. */
export async function debian(browser: 'chromium' | 'firefox-esr'): Promise<string> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const args = ['install', '-y', '-qq', '--no-install-recommends', browser]
  await run('apt-get', ['update', '-qq'], { cwd: home, env })
  await run('apt-get', args, { cwd: home, env, timeout: 600_000 })
  return `/usr/bin/${browser}`
}
