import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Api } from '../apis.ts'
import { ratings } from '../diff/rating.ts'
import { Failure } from '../failure.ts'
import { unlessAbsent } from '../files.ts'
import { fileAt } from '../git.ts'
import type { Package } from './packages.ts'

export const titleOf = ({ name }: Pick<Api, 'name'>, version: string): string => `The types follow ${name} ${version}.`

export interface Draft {
  readonly path: string
  /** Somebody has put it into words. */
  readonly isReworded: boolean
}

/**
 * The changeset that an earlier run drafted for the change which is being made. There is one only where the contract is
 * compared with the last commit: what is pulled is compared with what was pulled before, so each draft has its own part.
 */
export async function earlierDraft(api: Api, owner: Package, root: string): Promise<Draft | undefined> {
  if (api.mergedFrom) return undefined
  const names = (await unlessAbsent(() => readdir(join(root, '.changeset')))) ?? []
  for (const name of names.filter((one) => one.startsWith(`spec-${api.name}-`)).sort()) {
    const path = `.changeset/${name}`
    if (await isCommitted(path, root)) continue
    const [, head = '', words = ''] = (await readFile(join(root, path), 'utf8')).split(/^---\n/m)
    if (head.includes(`"${owner.name}"`)) return { path, isReworded: !isDrafted(words, api) }
  }
  return undefined
}

const drafted = new RegExp(`^(|- \\*\\*.*\\*\\*|  - (${ratings.join('|')}): .*)$`)

function isDrafted(words: string, api: Api): boolean {
  const [title = '', ...lines] = words.trim().split('\n')
  return title.startsWith(titleOf(api, '').slice(0, -1)) && lines.every((line) => drafted.test(line))
}

async function isCommitted(path: string, root: string): Promise<boolean> {
  try {
    return (await fileAt(root, 'HEAD', path)) !== undefined
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}
