import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Failure } from './failure.ts'

/** A file at a commit, tag or branch; undefined if it did not exist. Throws a {@link Failure} if the ref does not exist. */
export async function fileAt(root: string, ref: string, path: string): Promise<string | undefined> {
  // A ref that begins with a dash would be read as an option.
  if (ref.startsWith('-')) throw new Failure(`${ref} is not a commit, tag or branch`)
  try {
    const git = async (...args: string[]): Promise<string> =>
      (await promisify(execFile)('git', args, { cwd: root, maxBuffer: 2 ** 26 })).stdout
    if ((await git('ls-tree', '--name-only', ref, '--', path)) === '') return undefined
    return await git('show', `${ref}:${path}`)
  } catch (cause) {
    const { stderr = '' } = cause as { stderr?: string }
    throw new Failure(`${path} cannot be read at ${ref} (${stderr.trim() || 'git did not run'})`, { cause })
  }
}
