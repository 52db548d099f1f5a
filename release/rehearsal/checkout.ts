import { cp, lstat, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publicPackages } from '../api/packages.ts'
import { run } from './run.ts'

const author = ['-c', 'user.name=rehearsal', '-c', 'user.email=rehearsal@localhost']

/** Commits all that has changed in a checkout; no commit where nothing has. */
async function commit(checkout: string, message: string, ...options: string[]): Promise<void> {
  await run('git', ['add', '--all'], { cwd: checkout })
  const changed = await run('git', ['status', '--porcelain'], { cwd: checkout })
  if (changed === '') return
  await run('git', [...author, 'commit', '--quiet', '--message', message, ...options], { cwd: checkout })
}

/** A checkout of a repository as its files are now, with its tags, its tools, and its packages as they were built. */
export async function checkOut(root: string, checkout: string): Promise<void> {
  await run('git', ['clone', '--quiet', root, checkout], { cwd: root })
  await run('git', ['rm', '-r', '--quiet', '--force', '.'], { cwd: checkout })
  const listed = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  for (const file of listed.split('\0').filter(Boolean)) {
    const source = join(root, file)
    const exists = await lstat(source).catch(() => undefined)
    if (exists) await cp(source, join(checkout, file))
  }
  for (const { folder } of await publicPackages(root)) {
    await cp(join(root, folder, 'dist'), join(checkout, folder, 'dist'), { recursive: true })
  }
  await symlink(join(root, 'node_modules'), join(checkout, 'node_modules'))
  await writeFile(join(checkout, '.git', 'info', 'exclude'), 'node_modules\n')
  // In place of the last commit, so that a version which that one made is still what the last change made.
  await commit(checkout, 'what is rehearsed', '--amend')
}

/** Provenance needs the identity that a CI gives to a run; npm refuses to publish without. */
export async function withoutProvenance(checkout: string): Promise<void> {
  for (const { folder } of await publicPackages(checkout)) {
    const path = join(checkout, folder, 'package.json')
    const { publishConfig, ...manifest } = JSON.parse(await readFile(path, 'utf8'))
    if (publishConfig?.provenance !== true) throw new Error(`${folder} asks for no provenance`)
    const { provenance: _, ...others } = publishConfig
    await writeFile(path, JSON.stringify({ ...manifest, publishConfig: others }, null, 2))
  }
}
