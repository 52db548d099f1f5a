import { allows, type Bump, bumpBetween, larger, neededFor } from '../../scripts/bump.ts'
import { compareSurfaces } from './compare.ts'
import type { Release } from './last-release.ts'

export interface Surface {
  readonly version: string
  /** What is exported now, as `apiReport` writes it. */
  readonly report: string
  /** The bump that changesets ask for. */
  readonly pending: Bump | undefined
  /** The last release, with its report; undefined where there was none. */
  readonly released: Release | undefined
}

/**
 * Says what is wrong where the surface is another than at the last release and the package will not get the version that
 * this needs; undefined where all is well. A version counts as soon as it is in the manifest, which is before it is tagged.
 */
export function surfaceProblem({ version, report, pending, released }: Surface): string | undefined {
  const before = released ?? { version: '0.0.0', text: '' }
  const difference = compareSurfaces(before.text, report)
  if (!difference) return undefined
  const needed = neededFor(difference.change, before.version)
  const coming = larger(bumpBetween(before.version, version), pending)
  if (allows(coming, needed)) return undefined
  const names = difference.names.slice(0, 5).join(', ') + (difference.names.length > 5 ? ', …' : '')
  const what = difference.change === 'breaking' ? 'is gone or another' : 'is new'
  const since = released ? `since ${released.version}` : 'and was never released'
  return `${names} ${what} ${since}. This needs a ${needed} release, and ${coming === 'none' ? 'none' : `a ${coming} one`} is pending: npx changeset`
}
