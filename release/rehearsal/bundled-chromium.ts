import { existsSync } from 'node:fs'
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { install } from './install.ts'
import { run } from './run.ts'

const home = join(import.meta.dirname, '..', 'chromium')
const modules = join(home, 'node_modules')

/** Whether npm has a Chromium for this platform: only for Linux on x64. */
export const isBundled: boolean = process.platform === 'linux' && process.arch === 'x64'

/** Installs the Chromium from npm with its libraries, and returns its program. */
export async function bundledChromium(): Promise<string> {
  await install(home)
  const folder = join(modules, '.unpacked')
  if (!existsSync(folder)) await unpack(folder)
  const program = join(folder, 'chrome')
  await run(program, ['--version'], { cwd: home, timeout: 60_000 })
  return program
}

/** Unpacks atomically, even if several processes unpack or this one is interrupted. */
async function unpack(folder: string): Promise<void> {
  const unfinished = `${folder}-${process.pid}`
  await mkdir(unfinished, { recursive: true })
  const archives = ['chromium.br', 'al2023.tar.br'].map((name) => join(modules, '@sparticuz', 'chromium', 'bin', name))
  const script = `import { inflate } from '@sparticuz/chromium'; await Promise.all(${JSON.stringify(archives)}.map(inflate))`
  // The package unpacks to TMPDIR, so it gets a folder of its own.
  await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: home, env: { TMPDIR: unfinished } })
  const program = join(unfinished, 'chrome')
  await writeFile(program, starter)
  await chmod(program, 0o755)
  await rename(unfinished, folder).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true })
    if (!existsSync(folder)) throw error
  })
}

const starter = `#!/bin/sh
here=$(dirname "$0")
LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" exec "$here/chromium" "$@"
`
