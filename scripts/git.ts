import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Failure } from './failure.ts'

/** A file as it was at a commit, tag or branch. Throws a {@link Failure} where there is none. */
export async function fileAt(root: string, ref: string, path: string): Promise<string> {
  // What begins with a dash would be an option.
  if (ref.startsWith('-')) throw new Failure(`${ref} is no commit, tag or branch`)
  try {
    const { stdout } = await promisify(execFile)('git', ['show', `${ref}:${path}`], { cwd: root, maxBuffer: 2 ** 26 })
    return stdout
  } catch (cause) {
    const { stderr = '' } = cause as { stderr?: string }
    throw new Failure(`${path} cannot be read at ${ref} (${stderr.trim() || 'git did not run'})`, { cause })
  }
}
