import { marker } from '../../scripts/update/draft.ts'

interface Changeset {
  readonly summary: string
}

/**
 * How changesets write changelogs here: a point for each, which begins with its heading where it has one. Hashes say nothing
 * to who reads, and what changed in a dependency is told by the package whose users notice.
 */
export default {
  getReleaseLine: ({ summary }: Changeset): string => {
    if (summary.includes(marker)) throw new Error(`A changeset still says: ${marker}`)
    const text = summary.trim().replace(/^#+ (.+)\n+/, '**$1.** ')
    return `- ${text.replaceAll(/\n(?=.)/g, '\n  ')}`
  },
  getDependencyReleaseLine: (): string => ''
}
