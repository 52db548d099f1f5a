import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface Release {
  readonly version: string
  /** The file as it was then; empty where it was not there. */
  readonly text: string
}

/** The last release of a package, by its tag `NAME@VERSION`, and a file of it; undefined where nothing was released. */
export async function lastRelease(root: string, name: string, path: string): Promise<Release | undefined> {
  const git = async (...args: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)('git', args, { cwd: root, maxBuffer: 2 ** 26 })
    return stdout
  }
  const [last] = (
    await git('-c', 'versionsort.suffix=-', 'tag', '--list', `${name}@*`, '--sort=-version:refname')
  ).split('\n')
  if (!last) return undefined
  return { version: last.slice(name.length + 1), text: await git('show', `${last}:${path}`).catch(() => '') }
}
