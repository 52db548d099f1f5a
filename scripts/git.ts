import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Failure } from './failure.ts'

/** A file as it was at a commit, tag or branch; undefined where it was not there. Throws a {@link Failure} without such a ref. */
export async function fileAt(root: string, ref: string, path: string): Promise<string | undefined> {
  // What begins with a dash would be an option.
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
