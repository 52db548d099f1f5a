import { marker } from '../../scripts/update/draft.ts'

interface Changeset {
  readonly summary: string
}

interface Dependency {
  readonly name: string
  /** Those that name it; none where it was versioned with others only. */
  readonly changesets: readonly string[]
  readonly newVersion: string
}

/**
 * How changesets write changelogs here: a point for each, which begins with its heading where it has one. Hashes say nothing
 * to who reads. A package that was versioned with what it depends on says so, since that is then what changed in it.
 */
export default {
  getReleaseLine: ({ summary }: Changeset): string => {
    if (summary.includes(marker)) throw new Error(`A changeset still says: ${marker}`)
    const text = summary.trim().replace(/^#+ (.+)\n+/, '**$1.** ')
    return `- ${text.replaceAll(/\n(?=.)/g, '\n  ')}`
  },
  getDependencyReleaseLine: (_: unknown, dependencies: readonly Dependency[]): string =>
    dependencies
      .filter(({ changesets }) => changesets.length > 0)
      .map(({ name, newVersion }) => `- Comes with ${name} ${newVersion}; its changelog says what changed.`)
      .join('\n')
}
