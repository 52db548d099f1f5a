import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Api } from '../apis.ts'
import { type Bump, neededFor } from '../bump.ts'
import type { Change } from '../diff/changes.ts'
import { exportedTypes } from '../diff/exported-types.ts'
import { changeList } from '../diff/report.ts'
import { parseOpenApi } from '../documents.ts'
import { type Files, unlessAbsent } from '../files.ts'
import { earlierDraft, titleOf } from './draft.ts'
import type { Packages } from './packages.ts'

/** The bump that the gravest change asks for; `cosmetic` ones ask for a patch. */
function bumpFor(changes: readonly Change[], version: string): Bump {
  const has = (...ratings: Change['rating'][]): boolean => changes.some(({ rating }) => ratings.includes(rating))
  if (has('breaking')) return neededFor('breaking', version)
  return has('warning', 'added') ? neededFor('added', version) : 'patch'
}

/**
 * A draft in words: what users notice is listed, texts are not. Packages that depend on the changed one get a patch: they
 * re-export none of its types.
 */
export function changesetText(
  title: string,
  { changes, sameTypes }: { changes: readonly Change[]; sameTypes: boolean },
  { owner, dependents }: Pick<Packages, 'owner' | 'dependents'>
): string {
  const lines = [
    `"${owner.name}": ${bumpFor(changes, owner.version)}`,
    ...dependents.map(({ name }) => `"${name}": patch`)
  ]
  const noticed = changes.filter(({ rating }) => rating !== 'cosmetic')
  const words =
    noticed.length > 0 ? `${title}\n\n${changeList(noticed)}` : `${title} ${sameTypes ? onlyTexts : onlyArranged}`
  return `---\n${lines.join('\n')}\n---\n\n${words}\n`
}

const onlyTexts = 'Texts only: no type changed.'
const onlyArranged = 'Types are arranged otherwise: what they take and hold is the same.'

/**
 * The draft for an update of an API. It has a name that no other changeset has, or takes the place of the draft of an
 * earlier run; nothing is drafted where somebody has put that one into words.
 */
export async function changesetFor(update: {
  api: Api
  before: string
  after: string
  changes: readonly Change[]
  packages: Packages
  root: string
}): Promise<Files> {
  const { api, before, after, changes, packages, root } = update
  const sameTypes = (await typesOf(before)) === (await typesOf(after))
  if (changes.length === 0 && sameTypes) return new Map()
  const version = versionOf(after)
  const draft = await earlierDraft(api, packages.owner, root)
  if (draft?.isReworded) return new Map()
  const path = draft?.path ?? (await freeName(`spec-${api.name}-${version.replace(/[^\w-]+/g, '-')}`, root))
  return new Map([[path, changesetText(titleOf(api, version), { changes, sameTypes }, packages)]])
}

const typesOf = (contract: string): Promise<string> => exportedTypes(parseOpenApi(contract, 'The contract'))

async function freeName(stem: string, root: string, n = 1): Promise<string> {
  const path = `.changeset/${stem}${n > 1 ? `-${n}` : ''}.md`
  const isTaken = (await unlessAbsent(() => stat(join(root, path)))) !== undefined
  return isTaken ? freeName(stem, root, n + 1) : path
}

function versionOf(contract: string): string {
  const { info } = parseOpenApi(contract, 'The contract') as { info?: { version?: unknown } }
  return String(info?.version ?? 'unversioned')
}
