import { execFile } from 'node:child_process'
import { mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Failure } from '../command/failure.ts'
import type { Files } from '../command/files.ts'

const cli = join(dirname(fileURLToPath(import.meta.resolve('@redocly/cli/package.json'))), 'bin/cli.js')
const env = {
  ...process.env,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  NO_COLOR: '1',
  FORCE_COLOR: undefined // its mere presence turns colors on
}
/** Caches results, because most of the time is the start of the program. */
const answers = new Map<string, Promise<string>>()

/**
 * Runs the redocly command line in a temporary folder with only `files`, so it reads no configuration of the repository. Returns
 * the text of `report.json`, if it writes one. If the exit code is not 0, throws a {@link Failure} that begins with `failure`
 * and shows the output.
 */
export async function redocly(args: readonly string[], files: Files, failure: string): Promise<string> {
  const question = JSON.stringify([args, ...files])
  const answer = answers.get(question) ?? ask(args, files)
  answers.set(question, answer)
  return answer.catch((cause) => {
    throw new Failure(`${failure}\n${cause.stdout ?? ''}${cause.stderr ?? ''}`.trimEnd(), { cause })
  })
}

async function ask(args: readonly string[], files: Files): Promise<string> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'redocly-'))
  for (const [path, text] of files) {
    await mkdir(join(folder.path, dirname(path)), { recursive: true })
    await writeFile(join(folder.path, path), text)
  }
  await promisify(execFile)(process.execPath, [cli, ...args], { cwd: folder.path, env })
  return await readFile(join(folder.path, 'report.json'), 'utf8').catch(() => '')
}
