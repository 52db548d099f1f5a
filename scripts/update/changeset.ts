import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Api } from '../apis.ts'
import type { Change } from '../diff/changes.ts'
import { changeList } from '../diff/report.ts'
import { parseOpenApi } from '../documents.ts'
import type { Files } from '../files.ts'
import type { Package } from './packages.ts'

export type Bump = 'major' | 'minor' | 'patch'

/**
 * The bump that the gravest change asks for: `breaking` a major one, `warning` and `added` a minor one, `cosmetic` a patch.
 * Before 1.0 each is one step lower, as semver's ranges take it (`^0.2.1` accepts 0.2.9 and refuses 0.3.0).
 */
export function bumpFor(changes: readonly Change[], version: string): Bump {
  const has = (...ratings: Change['rating'][]): boolean => changes.some(({ rating }) => ratings.includes(rating))
  const stable = !version.startsWith('0.')
  if (has('breaking')) return stable ? 'major' : 'minor'
  return stable && has('warning', 'added') ? 'minor' : 'patch'
}

/**
 * A draft in words: what users notice is listed, texts are not. Packages that depend on the changed one get a patch: they
 * re-export none of its types.
 */
export function changesetText(
  title: string,
  changes: readonly Change[],
  { owner, dependents }: { owner: Package; dependents: readonly Package[] }
): string {
  const lines = [
    `"${owner.name}": ${bumpFor(changes, owner.version)}`,
    ...dependents.map(({ name }) => `"${name}": patch`)
  ]
  const noticed = changes.filter(({ rating }) => rating !== 'cosmetic')
  const words = noticed.length > 0 ? `${title}\n\n${changeList(noticed)}` : `${title} Texts only: no type changed.`
  return `---\n${lines.join('\n')}\n---\n\n${words}\n`
}

/** The draft for an update of an API, under a name that no other changeset has. */
export async function changesetFor(update: {
  api: Api
  after: string
  changes: readonly Change[]
  packages: { owner: Package; dependents: readonly Package[] }
  root: string
}): Promise<Files> {
  const { api, after, changes, packages, root } = update
  const version = versionOf(after)
  const taken = await readdir(join(root, '.changeset')).catch((): string[] => [])
  const stem = `spec-${api.name}-${version.replace(/[^\w-]+/g, '-')}`
  const free = (n: number): string => {
    const name = `${stem}${n > 1 ? `-${n}` : ''}.md`
    return taken.includes(name) ? free(n + 1) : name
  }
  const title = `The types follow ${api.name} ${version}.`
  return new Map([[`.changeset/${free(1)}`, changesetText(title, changes, packages)]])
}

function versionOf(contract: string): string {
  const { info } = parseOpenApi(contract, 'The contract') as { info?: { version?: unknown } }
  return String(info?.version ?? 'unversioned')
}
