import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** A file as it was at the last release of a package, by its tag `NAME@VERSION`; undefined where nothing was released. */
export async function reportAtLastRelease(root: string, name: string, path: string): Promise<string | undefined> {
  const git = async (...args: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)('git', args, { cwd: root, maxBuffer: 2 ** 26 })
    return stdout
  }
  const tags = await git('tag', '--list', `${name}@*`, '--sort=-version:refname').catch(() => '')
  const [last] = tags.split('\n')
  return last ? git('show', `${last}:${path}`).catch(() => undefined) : undefined
}
