import { marker } from '../../scripts/update/draft.ts'

interface Changeset {
  readonly summary: string
}

interface Dependency {
  readonly name: string
  /** The changesets that name it; none if it is only versioned together with others. */
  readonly changesets: readonly string[]
  readonly newVersion: string
}

/**
 * How changesets write changelogs here: one item for each changeset, which begins with its heading, if it has one. Commit hashes
 * are omitted. If only a dependency of a package changed, the changelog says so.
 */
export default {
  getReleaseLine: ({ summary }: Changeset): string => {
    if (summary.includes(marker)) throw new Error(`A changeset still says: ${marker}`)
    const text = summary
      .trim()
      .replace(/^#+ (.+)\n+(- )?/, (_, heading, list) => `**${heading}.**${list ? '\n- ' : ' '}`)
    return `- ${text.replaceAll(/\n(?=.)/g, '\n  ')}`
  },
  getDependencyReleaseLine: (_: unknown, dependencies: readonly Dependency[]): string =>
    dependencies
      .filter(({ changesets }) => changesets.length > 0)
      .map(({ name, newVersion }) => `- Comes with ${name} ${newVersion}; its changelog says what changed.`)
      .join('\n')
}
