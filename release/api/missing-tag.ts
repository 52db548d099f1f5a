import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { PublicPackage } from './packages.ts'

/**
 * Says which tag a package should have and has not: without it the surface would be held against nothing. Undefined where the
 * version has its tag, or was never raised. A version that the change at `HEAD` (or one not yet committed) has made is about
 * to be released, so it is the version before that needs a tag.
 */
export async function missingTag(root: string, { name, version, folder }: PublicPackage): Promise<string | undefined> {
  if (await hasTag(root, name, version)) return undefined
  const before = await versionBefore(root, `${folder}/package.json`, version)
  if (before === version)
    return `${name}@${version} is no tag, though ${version} was made by an earlier change. ${mend}`
  if (before === undefined || (await hasTag(root, name, before))) return undefined
  return `${name}@${before} is no tag, though ${version} follows it. ${mend}`
}

const mend = 'Mend with: git fetch --tags --unshallow, or tag the commit that made the version and push the tag'

async function hasTag(root: string, name: string, version: string): Promise<boolean> {
  if (version === '0.0.0') return true
  return (await git(root, 'tag', '--list', `${name}@${version}`)).trim() !== ''
}

/** The version before the change; undefined where there was none. A history that is cut off counts as no change. */
async function versionBefore(root: string, manifest: string, version: string): Promise<string | undefined> {
  const committed = await versionAt(root, 'HEAD', manifest)
  if (committed !== version) return committed
  const isCut = (await git(root, 'rev-parse', '--is-shallow-repository')).trim() === 'true'
  // Of a merge, that is what was merged into.
  return (await versionAt(root, 'HEAD^', manifest)) ?? (isCut ? version : undefined)
}

async function versionAt(root: string, commit: string, manifest: string): Promise<string | undefined> {
  const text = await git(root, 'show', `${commit}:${manifest}`).catch(() => undefined)
  return text === undefined ? undefined : String(JSON.parse(text).version)
}

async function git(root: string, ...args: string[]): Promise<string> {
  return (await promisify(execFile)('git', args, { cwd: root, maxBuffer: 2 ** 26 })).stdout
}
