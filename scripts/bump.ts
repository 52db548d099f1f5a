const bumps = ['none', 'patch', 'minor', 'major'] as const
export type Bump = (typeof bumps)[number]

export const isBump = (value: unknown): value is Bump => bumps.includes(value as Bump)

export const allows = (bump: Bump, needed: Bump): boolean => bumps.indexOf(bump) >= bumps.indexOf(needed)

export const larger = (a: Bump = 'none', b: Bump = 'none'): Bump => (allows(a, b) ? a : b)

/** The bump that leads from one version to a later one. */
export function bumpBetween(before: string, after: string): Bump {
  const [a, b] = [numbers(before), numbers(after)]
  const first = a.findIndex((number, index) => number !== b[index])
  return (['major', 'minor', 'patch'] as const)[first] ?? 'none'
}

/**
 * What a change needs: before 1.0 everything is one step smaller, as semver's ranges take it (`^0.2.1` accepts 0.2.9 and
 * refuses 0.3.0).
 */
export function neededFor(change: 'breaking' | 'added', version: string): Bump {
  const early = numbers(version)[0] === 0
  if (change === 'breaking') return early ? 'minor' : 'major'
  return early ? 'patch' : 'minor'
}

function numbers(version: string): number[] {
  const [core = ''] = version.split(/[-+]/)
  return core.split('.').map(Number)
}
