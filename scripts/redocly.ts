import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Failure } from './failure.ts'
import type { Files } from './files.ts'

const cli = join(dirname(fileURLToPath(import.meta.resolve('@redocly/cli/package.json'))), 'bin/cli.js')

/**
 * Runs the redocly command line in a temporary folder that holds `files` and nothing else, so that no configuration file
 * of the repository has a say. Throws a {@link Failure} with what it says where it exits with another code than 0.
 *
 * @param failure begins the message then.
 * @param read what to resolve with once it has run; gets the folder.
 */
export async function redocly<T>(
  args: readonly string[],
  files: Files,
  failure: string,
  read: (folder: string) => Promise<T>
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'redocly-'))
  try {
    for (const [path, text] of files) {
      await mkdir(join(folder, dirname(path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    await promisify(execFile)(process.execPath, [cli, ...args], {
      cwd: folder,
      env: {
        ...process.env,
        REDOCLY_TELEMETRY: 'off',
        REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
        NO_COLOR: '1',
        FORCE_COLOR: undefined // its mere presence turns colors on
      }
    }).catch((cause) => {
      throw new Failure(`${failure}\n${cause.stdout ?? ''}${cause.stderr ?? ''}`.trimEnd(), { cause })
    })
    return await read(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
