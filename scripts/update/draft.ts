import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileAt, unlessAbsent } from '../command/files.ts'
import { type Change, changeList } from '../diff/changes.ts'
import type { Api } from '../registry.ts'

const bumps = ['patch', 'minor', 'major'] as const
type Bump = (typeof bumps)[number]

/** While a changeset has this line, release/changelog refuses to write a changelog. */
export const marker = '<!-- Drafted by specs:update. Say what it means for users, then delete this line. -->'

/** Path of a draft that may be overwritten: it is not committed and was not edited. */
export async function draftPath({ name }: Pick<Api, 'name'>, root: string, n = 1): Promise<string | undefined> {
  const path = `.changeset/spec-${name}${n > 1 ? `-${n}` : ''}.md`
  if ((await fileAt(root, 'HEAD', path)) !== undefined) return draftPath({ name }, root, n + 1)
  const text = await unlessAbsent(() => readFile(join(root, path), 'utf8'))
  return text === undefined || text.includes(marker) ? path : undefined
}

/**
 * The text of a draft. It lists the changes that users notice. The bump is the largest of three: the one for the most serious
 * change, the one for code that no longer compiles, and the one of an earlier draft.
 *
 * @param earlier the draft that this one replaces.
 */
export function draft(
  title: string,
  { name, version }: { readonly name: string; readonly version: string },
  changes: readonly Change[],
  errors: readonly string[],
  earlier = ''
): string {
  const noticed = changes.filter(({ rating }) => rating !== 'cosmetic')
  const breaks = errors.length > 0 || noticed.some(({ rating }) => rating === 'breaking')
  // Before 1.0 each bump is one step smaller, as in semver ranges: `^0.2.1` accepts 0.2.9 and refuses 0.3.0.
  const step = (breaks ? 2 : noticed.length > 0 ? 1 : 0) - (version.startsWith('0.') ? 1 : 0)
  const before = bumps.findIndex((bump) => earlier.includes(`: ${bump}\n`))
  const bump: Bump = bumps[Math.max(step, before, 0)] ?? 'patch'
  const words = noticed.length > 0 ? `\n\n${changeList(noticed)}` : ' Texts only: nothing that code notices.'
  return `---\n"${name}": ${bump}\n---\n\n${marker}\n\n${title}${words}\n`
}
