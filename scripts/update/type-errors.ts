import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Failure } from '../failure.ts'

const tsc = fileURLToPath(new URL('../bin/tsc', import.meta.resolve('typescript')))

/** What does not compile in a package: one line each, as tsc writes it, with paths from the root. */
export async function typeErrors(root: string, folder: string): Promise<string[]> {
  const args = [tsc, '--noEmit', '--pretty', 'false', '-p', join(root, folder)]
  try {
    await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 2 ** 26 })
    return []
  } catch (cause) {
    const { stdout = '', stderr = '' } = cause as { stdout?: string; stderr?: string }
    const errors = stdout.split('\n').filter((line) => /\berror TS\d+:/.test(line))
    if (errors.length === 0) throw new Failure(`tsc did not run in ${folder}\n${stdout}${stderr}`.trimEnd(), { cause })
    return errors
  }
}
